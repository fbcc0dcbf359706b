//go:build !unix

package store

import "os"

// writable asks whether the file may be written by opening it for that.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return f.Close()
}
