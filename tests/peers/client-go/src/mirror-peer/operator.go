package main

import (
	"context"
	"encoding/json"
	"log"
	"slices"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes/scheme"
	typedcorev1 "k8s.io/client-go/kubernetes/typed/core/v1"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/record"
	"k8s.io/client-go/util/workqueue"
)

type operator struct {
	objects rest.Interface
	reads   *reads
	queue   workqueue.TypedRateLimitingInterface[string]
	events  record.EventRecorder // nil when none are to be written
	store   cache.Store
}

func newOperator(objects rest.Interface, c *cloud) *operator {
	limits := workqueue.DefaultTypedControllerRateLimiter[string]()
	o := &operator{objects: objects, queue: workqueue.NewTypedRateLimitingQueue(limits)}
	o.reads = newReads(c, o.queue.Add)
	return o
}

func newRecorder(client typedcorev1.EventsGetter) record.EventRecorder {
	broadcaster := record.NewBroadcaster()
	broadcaster.StartRecordingToSink(&typedcorev1.EventSinkImpl{Interface: client.Events("")})
	return broadcaster.NewRecorder(scheme.Scheme, corev1.EventSource{Component: "mirror-peer"})
}

// follow queues every object that is new or has another spec.
func (o *operator) follow(ctx context.Context, informer cache.SharedIndexInformer) {
	o.store = informer.GetStore()
	ask := func(object any) {
		s := object.(*Session)
		o.reads.ask(ctx, s.Spec.RegionID, s.Spec.SessionID, s.Namespace+"/"+s.Name)
	}
	_, _ = informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc: ask,
		UpdateFunc: func(old, current any) {
			if old.(*Session).Generation != current.(*Session).Generation {
				ask(current)
			}
		},
	})
}

func (o *operator) run(ctx context.Context, workers int) {
	var all sync.WaitGroup
	for range workers {
		all.Add(1)
		go func() {
			defer all.Done()
			for o.next(ctx) {
			}
		}()
	}
	<-ctx.Done()
	o.queue.ShutDown()
	all.Wait()
}

func (o *operator) next(ctx context.Context) bool {
	key, stopped := o.queue.Get()
	if stopped {
		return false
	}
	defer o.queue.Done(key)
	if err := o.reconcile(ctx, key); err != nil {
		log.Printf("reconcile of %s: %v", key, err)
		o.queue.AddRateLimited(key)
		return true
	}
	o.queue.Forget(key)
	return true
}

func (o *operator) reconcile(ctx context.Context, key string) error {
	object, exists, err := o.store.GetByKey(key)
	if err != nil || !exists {
		return err
	}
	session := object.(*Session)
	listed, ok := o.reads.find(session.Spec.SessionID)
	if !ok || !slices.Equal(listed.Sources, session.Spec.SourceIDs) {
		log.Printf("%s is not in order; this program writes nothing to the cloud", key)
		return nil
	}
	status := inOrder(session, listed, time.Now())
	if same(&session.Status, status) {
		return nil
	}
	patch, err := json.Marshal(map[string]any{
		"metadata": map[string]string{"resourceVersion": session.ResourceVersion}, "status": status,
	})
	if err != nil {
		return err
	}
	err = o.objects.Patch(types.MergePatchType).Namespace(session.Namespace).Resource(resource).Name(session.Name).
		SubResource("status").Body(patch).Do(ctx).Error()
	if err == nil && o.events != nil {
		o.events.Event(reference(session), corev1.EventTypeNormal, "InSync", status.Conditions[0].Message)
	}
	return err
}

func reference(s *Session) *corev1.ObjectReference {
	return &corev1.ObjectReference{
		APIVersion: version.String(), Kind: "TrafficMirrorSession", Namespace: s.Namespace, Name: s.Name, UID: s.UID,
		ResourceVersion: s.ResourceVersion,
	}
}
