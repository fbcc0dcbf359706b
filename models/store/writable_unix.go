//go:build unix

package store

import "syscall"

// writable asks whether the file may be written, without opening it.
func writable(path string) error {
	const toWrite = 2
	return syscall.Access(path, toWrite)
}
