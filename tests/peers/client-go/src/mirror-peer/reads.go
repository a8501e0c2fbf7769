package main

import (
	"context"
	"log"
	"sync"
	"time"
)

// gather is how long a call waits for more ids, unless it is full before.
const gather = 20 * time.Millisecond

// wanted is a session that an object waits for.
type wanted struct{ id, key string }

// reads asks the cloud for sessions, as many a call as it takes, and keeps what it lists.
type reads struct {
	cloud   *cloud
	arrived func(key string)
	lock    sync.Mutex
	kept    map[string]Listed
	asked   map[string]chan wanted // by region
}

func newReads(c *cloud, arrived func(key string)) *reads {
	return &reads{cloud: c, arrived: arrived, kept: map[string]Listed{}, asked: map[string]chan wanted{}}
}

func (r *reads) find(id string) (Listed, bool) {
	r.lock.Lock()
	defer r.lock.Unlock()
	listed, ok := r.kept[id]
	return listed, ok
}

// ask hands the key on when the session has been read.
func (r *reads) ask(ctx context.Context, region, id, key string) {
	r.lock.Lock()
	asked, ok := r.asked[region]
	if !ok {
		asked = make(chan wanted, batch)
		r.asked[region] = asked
		go r.serve(ctx, region, asked)
	}
	r.lock.Unlock()
	asked <- wanted{id, key}
}

// serve makes the calls of one region, one after the other.
func (r *reads) serve(ctx context.Context, region string, asked <-chan wanted) {
	for {
		all := next(ctx, asked)
		if len(all) == 0 {
			return
		}
		for r.read(ctx, region, all) != nil && ctx.Err() == nil {
			time.Sleep(time.Second)
		}
	}
}

// next waits for the ids of one call; none means the end.
func next(ctx context.Context, asked <-chan wanted) (all []wanted) {
	select {
	case one := <-asked:
		all = append(all, one)
	case <-ctx.Done():
		return nil
	}
	for timer := time.NewTimer(gather); len(all) < batch; {
		select {
		case one := <-asked:
			all = append(all, one)
		case <-timer.C:
			return all
		}
	}
	return all
}

func (r *reads) read(ctx context.Context, region string, all []wanted) error {
	ids := make([]string, len(all))
	for i, one := range all {
		ids[i] = one.id
	}
	listed, err := r.cloud.list(ctx, region, ids)
	if err != nil {
		log.Printf("read of %s: %v", region, err)
		return err
	}
	r.lock.Lock()
	for _, session := range listed {
		r.kept[session.ID] = session
	}
	r.lock.Unlock()
	for _, one := range all {
		r.arrived(one.key)
	}
	return nil
}
