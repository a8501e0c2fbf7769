# syntax=docker/dockerfile:1
#   docker buildx build --platform linux/amd64,linux/arm64 -t ghcr.io/vpcmirror/vpc-mirror-operator:0.1.0 .

# Always on the builder's own architecture: the compiler is slow and unsupported under emulation, so the other one is cross-compiled.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
ARG BUILDARCH
ARG TARGETARCH
WORKDIR /source

# A linker, and for another architecture its C library, zlib and binutils as well. Ubuntu keeps amd64 and arm64 on different
# servers, so the other architecture gets a source list of its own.
RUN <<'SH'
set -eu
packages="clang llvm zlib1g-dev"
if [ "$TARGETARCH" != "$BUILDARCH" ]; then
  dpkg --add-architecture "$TARGETARCH"
  sed -i "s/^Types: deb$/Types: deb\nArchitectures: $BUILDARCH/" /etc/apt/sources.list.d/ubuntu.sources
  case $TARGETARCH in
    arm64) server=http://ports.ubuntu.com/ubuntu-ports gnu=aarch64-linux-gnu gcc=gcc-aarch64-linux-gnu ;;
    amd64) server=http://archive.ubuntu.com/ubuntu gnu=x86-64-linux-gnu gcc=gcc-x86-64-linux-gnu ;;
    *) echo "no build for $TARGETARCH" >&2; exit 1 ;;
  esac
  for suite in noble noble-updates noble-security; do
    echo "deb [arch=$TARGETARCH] $server $suite main universe"
  done >/etc/apt/sources.list.d/target.list
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
    mkdir /image && cp /published/vpc-mirror-controller LICENSE THIRD-PARTY-NOTICES.md /image/ && \
    # Nothing reads it at run time: it lets scanners see the packages that are compiled into the binary.
    cp "artifacts/bin/VpcMirrorOperator.Controller/release_$rid/vpc-mirror-controller.deps.json" /image/

# OpenSSL, CA certificates and a user; no shell, no package manager.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
LABEL org.opencontainers.image.title="vpc-mirror-operator" \
      org.opencontainers.image.description="Owns the source list of Alibaba Cloud VPC traffic mirror sessions" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /image/ /
# A number, so that Kubernetes can see that it is not root.
USER $APP_UID
ENTRYPOINT ["/vpc-mirror-controller"]
