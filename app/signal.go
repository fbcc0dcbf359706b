package app

import "sync"

// Signal tells its listeners what happened, after it happened. The zero value is ready.
type Signal[T any] struct {
	mu        sync.Mutex
	listeners []func(T)
}

// Listen adds a listener; it is called on the goroutine that did the work.
func (s *Signal[T]) Listen(f func(T)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listeners = append(s.listeners, f)
}

func (s *Signal[T]) fire(event T) {
	s.mu.Lock()
	listeners := append([]func(T){}, s.listeners...)
	s.mu.Unlock()
	for _, f := range listeners {
		f(event)
	}
}
