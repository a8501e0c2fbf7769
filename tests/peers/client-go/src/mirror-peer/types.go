package main

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/client-go/rest"
)

const resource = "trafficmirrorsessions"

var version = schema.GroupVersion{Group: "vpcmirror.io", Version: "v1alpha1"}

// Session is the object, as far as this program reads it.
type Session struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata"`
	Spec              Spec   `json:"spec"`
	Status            Status `json:"status,omitempty"`
}

type Spec struct {
	RegionID  string   `json:"regionId"`
	SessionID string   `json:"trafficMirrorSessionId"`
	SourceIDs []string `json:"sourceIds"`
}

// Status has the fields that the product writes for an object in order, so that a patch is as long as the product's.
type Status struct {
	ObservedGeneration int64              `json:"observedGeneration,omitempty"`
	Conditions         []metav1.Condition `json:"conditions,omitempty"`
	Claim              string             `json:"claim,omitempty"`
	Session            *SessionState      `json:"session,omitempty"`
	Sources            *Counts            `json:"sources,omitempty"`
	LastSyncTime       *metav1.Time       `json:"lastSyncTime,omitempty"`
	LastObservedTime   *metav1.Time       `json:"lastObservedTime,omitempty"`
}

type SessionList struct {
	metav1.TypeMeta `json:",inline"`
	metav1.ListMeta `json:"metadata"`
	Items           []Session `json:"items"`
}

func (in *Session) DeepCopyObject() runtime.Object {
	out := *in
	in.ObjectMeta.DeepCopyInto(&out.ObjectMeta)
	out.Spec.SourceIDs = append([]string(nil), in.Spec.SourceIDs...)
	out.Status.Conditions = append([]metav1.Condition(nil), in.Status.Conditions...)
	return &out
}

func (in *SessionList) DeepCopyObject() runtime.Object {
	out := *in
	out.Items = make([]Session, len(in.Items))
	for i := range in.Items {
		out.Items[i] = *in.Items[i].DeepCopyObject().(*Session)
	}
	return &out
}

// objectsClient is the client of the one resource; its rights are those of the kubeconfig.
func objectsClient(config *rest.Config) (*rest.RESTClient, error) {
	scheme := runtime.NewScheme()
	scheme.AddKnownTypeWithName(version.WithKind("TrafficMirrorSession"), &Session{})
	scheme.AddKnownTypeWithName(version.WithKind("TrafficMirrorSessionList"), &SessionList{})
	metav1.AddToGroupVersion(scheme, version)
	own := rest.CopyConfig(config)
	own.GroupVersion, own.APIPath = &version, "/apis"
	own.NegotiatedSerializer = serializer.NewCodecFactory(scheme).WithoutConversion()
	return rest.RESTClientFor(own)
}
