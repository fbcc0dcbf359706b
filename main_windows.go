package main

import (
	"os"
	"syscall"
)

// attachConsole lets a program that is built for a window speak to the console it was started from.
func attachConsole() {
	const parent = ^uintptr(0)
	attach := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole")
	if ok, _, _ := attach.Call(parent); ok == 0 {
		return // started by a double click, or the output is redirected already
	}
	for _, stream := range []struct {
		number int
		file   **os.File
	}{{syscall.STD_OUTPUT_HANDLE, &os.Stdout}, {syscall.STD_ERROR_HANDLE, &os.Stderr}} {
		if h, err := syscall.GetStdHandle(stream.number); err == nil && h != 0 && h != syscall.InvalidHandle {
			*stream.file = os.NewFile(uintptr(h), "console")
		}
	}
}
