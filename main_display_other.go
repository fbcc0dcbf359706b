//go:build windows || darwin

package main

import "yueping/app/text"

// noDisplay is "": these systems always have one.
func noDisplay(*text.Book) string { return "" }
