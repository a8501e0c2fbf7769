#   docker buildx build --platform linux/amd64,linux/arm64 -t ghcr.io/vpcmirror/vpc-mirror-operator:0.1.0 .

# Always on the builder's own architecture: the compiler is slow and unsupported under emulation, so the other one is cross-compiled.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0.401-noble@sha256:e70cdb7f80b0348f5cb85f19a8f670fca061f033d57eed12fa003d58b0e06317 AS build
ARG BUILDARCH
ARG TARGETARCH
WORKDIR /source

# A linker, and for another architecture its C library, zlib and binutils as well: as they were at this time, later than the base image. The
# snapshot has all architectures in one place.
ARG SNAPSHOT=20261010T000000Z
RUN <<'SH'
set -eu
rm -f /etc/apt/sources.list.d/*
for suite in noble noble-updates noble-security; do
  echo "deb [signed-by=/usr/share/keyrings/ubuntu-archive-keyring.gpg] https://snapshot.ubuntu.com/ubuntu/$SNAPSHOT $suite main universe"
done >/etc/apt/sources.list
packages="clang llvm zlib1g-dev"
if [ "$TARGETARCH" != "$BUILDARCH" ]; then
  dpkg --add-architecture "$TARGETARCH"
  case $TARGETARCH in
    arm64) gnu=aarch64-linux-gnu gcc=gcc-aarch64-linux-gnu ;;
    amd64) gnu=x86-64-linux-gnu gcc=gcc-x86-64-linux-gnu ;;
    *) echo "no build for $TARGETARCH" >&2; exit 1 ;;
  esac
  packages="$packages binutils-$gnu $gcc zlib1g-dev:$TARGETARCH"
fi
apt-get update
apt-get install -y --no-install-recommends $packages
rm -rf /var/lib/apt/lists/*
SH

COPY . .
# CI: packages exactly as the lock files say.
ENV NUGET_PACKAGES=/packages CI=true
RUN --mount=type=cache,target=/packages \
    case $TARGETARCH in amd64) rid=linux-x64 ;; arm64) rid=linux-arm64 ;; *) exit 1 ;; esac && \
    eng/publish-native.sh controller /published "$rid" && \
    mkdir /image && cp /published/vpc-mirror-controller /image/ && \
    eng/image-notices.sh /image/licenses "$rid" && \
    # Nothing reads it at run time: it lets scanners see the packages that are compiled into the binary.
    cp "artifacts/bin/VpcMirrorOperator.Controller/release_$rid/vpc-mirror-controller.deps.json" /image/

# OpenSSL, CA certificates and a user; no shell, no package manager.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled@sha256:18d4848091a40d13dbfdd6a8340c1657dc3e2f2d7fa2f042e9d162e68669dbc9
LABEL org.opencontainers.image.title="vpc-mirror-operator" \
      org.opencontainers.image.description="Owns the source list of Alibaba Cloud VPC traffic mirror sessions" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /image/ /
# A number, so that Kubernetes can see that it is not root.
USER $APP_UID
ENTRYPOINT ["/vpc-mirror-controller"]
