package main

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// The parts of the product's status, without what it learns by comparing in more ways than this program does.
type (
	SessionState struct {
		Status             string `json:"status"`
		BusinessStatus     string `json:"businessStatus,omitempty"`
		Enabled            bool   `json:"enabled"`
		TargetID           string `json:"targetId,omitempty"`
		TargetType         string `json:"targetType,omitempty"`
		FilterID           string `json:"filterId,omitempty"`
		Priority           int    `json:"priority,omitempty"`
		PacketLength       int    `json:"packetLength,omitempty"`
		SourcesFingerprint string `json:"sourcesFingerprint,omitempty"`
	}
	Counts struct {
		Desired  int    `json:"desired"`
		Actual   int    `json:"actual"`
		Pending  string `json:"pending,omitempty"`
		Coverage int    `json:"coverage"`
	}
)

func (l Listed) state() *SessionState {
	return &SessionState{
		Status: l.Status, BusinessStatus: l.BusinessStatus, Enabled: l.Enabled, TargetID: l.TargetID, TargetType: l.TargetType,
		FilterID: l.FilterID, Priority: l.Priority, PacketLength: l.PacketLength, SourcesFingerprint: fingerprint(l.Sources),
	}
}

// fingerprint tells two lists of sources apart.
func fingerprint(sources []string) string {
	sum := sha256.Sum256([]byte(strings.Join(sources, "\n")))
	return hex.EncodeToString(sum[:8])
}

// inOrder is the status of an object whose session is as it is declared.
func inOrder(s *Session, listed Listed, now time.Time) *Status {
	at := metav1.NewTime(now.UTC())
	return &Status{
		ObservedGeneration: s.Generation,
		Conditions: []metav1.Condition{{
			Type: "Ready", Status: metav1.ConditionTrue, ObservedGeneration: s.Generation, LastTransitionTime: at,
			Reason: "InSync", Message: "The session has exactly the declared sources.",
		}},
		Claim:            "Granted",
		Session:          listed.state(),
		Sources:          &Counts{Desired: len(s.Spec.SourceIDs), Actual: len(listed.Sources), Coverage: 100},
		LastSyncTime:     &at,
		LastObservedTime: &at,
	}
}

// same is true when nothing but times would change.
func same(old, current *Status) bool {
	return old.ObservedGeneration == current.ObservedGeneration && old.Session != nil && *old.Session == *current.Session &&
		old.Sources != nil && *old.Sources == *current.Sources && len(old.Conditions) == 1 &&
		old.Conditions[0].Status == current.Conditions[0].Status && old.Conditions[0].Message == current.Conditions[0].Message
}
