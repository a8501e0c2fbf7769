// mirror-peer does what an operator at rest does, with plain client-go and nothing of its own: it keeps all TrafficMirrorSession objects
// in an informer, reads their sessions from the cloud, and writes one status an object. eng/measure.sh compares the product with it.
package main

import (
	"context"
	"flag"
	"log"
	"os"
	"os/signal"
	"syscall"

	"k8s.io/apimachinery/pkg/fields"
	typedcorev1 "k8s.io/client-go/kubernetes/typed/core/v1"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

const workers = 4

func main() {
	kubeconfig := flag.String("kubeconfig", "", "kubeconfig file")
	endpoint := flag.String("endpoint", "", "URL of the cloud")
	withEvents := flag.Bool("events", false, "write one event an object, too")
	slim := flag.Bool("without-managed-fields", false, "keep no metadata.managedFields in the cache")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()

	config, err := clientcmd.BuildConfigFromFlags("", *kubeconfig)
	if err != nil {
		log.Fatal(err)
	}
	config.QPS = -1 // As modern controllers have it: the server's own fairness, no limit in the client.
	objects, err := objectsClient(config)
	if err != nil {
		log.Fatal(err)
	}
	operator := newOperator(objects, newCloud(*endpoint))
	if *withEvents {
		operator.events = newRecorder(typedcorev1.NewForConfigOrDie(rest.CopyConfig(config)))
	}
	informer := newInformer(objects, *slim)
	operator.follow(ctx, informer)
	go informer.Run(ctx.Done())
	if !cache.WaitForCacheSync(ctx.Done(), informer.HasSynced) {
		return
	}
	log.Print("synced")
	operator.run(ctx, workers)
}

func newInformer(objects rest.Interface, slim bool) cache.SharedIndexInformer {
	watched := cache.NewListWatchFromClient(objects, resource, "", fields.Everything())
	informer := cache.NewSharedIndexInformer(watched, &Session{}, 0, cache.Indexers{})
	if slim {
		_ = informer.SetTransform(func(object any) (any, error) {
			if session, ok := object.(*Session); ok {
				session.ManagedFields = nil
			}
			return object, nil
		})
	}
	return informer
}
