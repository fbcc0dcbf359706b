// Command yueping (月评) ranks the units of a city month by month. Without a command it opens its
// window; every job of a month can be done on the command line as well.
package main

import (
	"context"
	"fmt"
	"os"
	"os/user"
	"time"

	"yueping/app/cli"
	"yueping/app/text"
	"yueping/assets"
	"yueping/models/air"
)

func main() {
	begun = time.Now()
	attachConsole()
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	book, err := text.Open(assets.Files, text.Default)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return cli.Could
	}
	if len(args) == 1 && args[0] == "floor" {
		return floor(book)
	}
	standards, err := air.Open(assets.Files)
	if err != nil {
		fmt.Fprintln(os.Stderr, book.Error(err))
		return cli.Could
	}
	env := cli.Env{
		Stdout: os.Stdout, Stderr: os.Stderr, Files: assets.Files, Standards: standards, Text: book,
		Clock: time.Now, User: systemUser(),
	}
	env.Window = func(folder string) int { return window(env, folder) }
	return cli.Run(context.Background(), args, env)
}

// systemUser is who is logged in: the full name where the system knows one.
func systemUser() string {
	u, err := user.Current()
	switch {
	case err != nil:
		return ""
	case u.Name != "":
		return u.Name
	}
	return u.Username
}
