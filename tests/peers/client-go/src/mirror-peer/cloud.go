package main

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

// batch is the most ids that one List call takes.
const batch = 100

// Listed is a session as the cloud lists it.
type Listed struct {
	ID             string   `json:"TrafficMirrorSessionId"`
	Status         string   `json:"TrafficMirrorSessionStatus"`
	BusinessStatus string   `json:"TrafficMirrorSessionBusinessStatus"`
	Sources        []string `json:"TrafficMirrorSourceIds"`
	TargetID       string   `json:"TrafficMirrorTargetId"`
	TargetType     string   `json:"TrafficMirrorTargetType"`
	FilterID       string   `json:"TrafficMirrorFilterId"`
	Enabled        bool
	Priority       int
	PacketLength   int
}

// cloud calls the API with the RPC signature (HMAC-SHA1, version 1.0).
type cloud struct{ endpoint, key, secret string }

func newCloud(endpoint string) *cloud {
	return &cloud{endpoint, os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"), os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")}
}

// list reads up to 100 sessions of a region.
func (c *cloud) list(ctx context.Context, region string, ids []string) ([]Listed, error) {
	p := url.Values{
		"Action": {"ListTrafficMirrorSessions"}, "Version": {"2016-04-28"}, "Format": {"JSON"}, "RegionId": {region},
		"MaxResults": {fmt.Sprint(batch)}, "AccessKeyId": {c.key}, "SignatureMethod": {"HMAC-SHA1"}, "SignatureVersion": {"1.0"},
		"SignatureNonce": {nonce()}, "Timestamp": {time.Now().UTC().Format("2006-01-02T15:04:05Z")},
	}
	for i, id := range ids {
		p.Set(fmt.Sprintf("TrafficMirrorSessionIds.%d", i+1), id)
	}
	p.Set("Signature", c.sign(p))
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.endpoint, strings.NewReader(p.Encode()))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("List was answered with %d: %s", response.StatusCode, body)
	}
	var answer struct{ TrafficMirrorSessions []Listed }
	return answer.TrafficMirrorSessions, json.Unmarshal(body, &answer)
}

func (c *cloud) sign(p url.Values) string {
	canonical := strings.ReplaceAll(p.Encode(), "+", "%20")
	mac := hmac.New(sha1.New, []byte(c.secret+"&"))
	mac.Write([]byte("POST&%2F&" + url.QueryEscape(canonical)))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func nonce() string {
	var b [16]byte
	_, _ = rand.Read(b[:])
	return hex.EncodeToString(b[:])
}
