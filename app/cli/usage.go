package cli

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"yueping/app/text"
)

// patterns are kong's complaints and the message keys that say the same.
var patterns = []struct {
	form *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^missing flags?: (.* or [^,]*)$`), "usage.one_needed"},
	{regexp.MustCompile(`^missing flags?: (.*)$`), "usage.missing_flags"},
	{regexp.MustCompile(`^unknown flag ([^,]*)(?:, did you mean .*)?$`), "usage.unknown_flag"},
	{regexp.MustCompile(`^unexpected argument ([^,]*)(?:, did you mean .*)?$`), "usage.unexpected_argument"},
	{regexp.MustCompile(`^(.*) can't be used together$`), "usage.not_together"},
	{regexp.MustCompile(`^expected one of (.*)$`), "usage.command_expected"},
	{regexp.MustCompile(`^expected "?<?(.*?)>?"?$`), "usage.argument_expected"},
	{regexp.MustCompile(`^(--\S+) must be one of (.*) but got .*$`), "usage.one_of"},
	{regexp.MustCompile(`^(--\S+): expected .* value but got .*$`), "usage.value_missing"},
	{regexp.MustCompile(`^(--\S+): bool value must be .*$`), "usage.no_value"},
	{regexp.MustCompile(`^(--\S+): (.*)$`), "usage.flag_value"},
}

func usageWords(t *text.Book, err error) string {
	message := err.Error()
	for _, p := range patterns {
		if parts := p.form.FindStringSubmatch(message); parts != nil {
			more := ""
			if len(parts) > 2 {
				more = parts[2]
			}
			names := strings.NewReplacer(" or ", "、", " and ", "、", `"`, "", ", ", "、", ",", "、")
			return t.T(p.key, "what", names.Replace(strings.TrimSpace(parts[1])), "more", names.Replace(more))
		}
	}
	return message
}

// help prints what a command does and takes.
func help(env Env, c *kong.Context) error {
	node := c.Selected()
	if node == nil || node.Name == "window" {
		node = c.Model.Node
	}
	var b strings.Builder
	t := env.Text
	if node == c.Model.Node {
		fmt.Fprintf(&b, "%s\n\n", t.T("help.about"))
	} else {
		fmt.Fprintf(&b, "%s\n\n", t.T(node.Help))
	}
	fmt.Fprintf(&b, "%s\n  %s\n", t.T("help.usage"), usageLine(c, node))
	var rows [][2]string
	for _, child := range node.Children {
		if !child.Hidden {
			rows = append(rows, [2]string{child.Name + arguments(child), t.T(child.Help)})
		}
	}
	section(&b, t.T("help.commands"), rows)
	rows = nil
	for _, p := range node.Positional {
		rows = append(rows, [2]string{strings.ToUpper(p.Name), t.T(p.Help)})
	}
	section(&b, t.T("help.arguments"), rows)
	rows = nil
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			rows = append(rows, [2]string{flagForm(f), flagHelp(t, f)})
		}
	}
	section(&b, t.T("help.flags"), rows)
	if node == c.Model.Node {
		fmt.Fprintf(&b, "\n%s\n", t.T("help.footer"))
	}
	_, err := fmt.Fprint(env.Stdout, b.String())
	return err
}

func usageLine(c *kong.Context, node *kong.Node) string {
	if node == c.Model.Node {
		return "yueping [--data DIR] COMMAND"
	}
	line := "yueping [--data DIR] " + strings.TrimPrefix(node.FullPath(), "yueping ") + arguments(node)
	for i, f := range node.Flags {
		if f.Name == "help" || f.Hidden || (i > 0 && together(node.Flags[i-1], f)) {
			continue
		}
		form := flagForm(f)
		for n := i + 1; n < len(node.Flags) && together(f, node.Flags[n]); n++ {
			form += " | " + flagForm(node.Flags[n])
		}
		switch {
		case !f.Required:
			form = "[" + form + "]"
		case form != flagForm(f):
			form = "(" + form + ")"
		}
		line += " " + form
	}
	if len(node.Children) > 0 {
		line += " COMMAND"
	}
	return line
}

// together reports whether at most one of two options may be given.
func together(a, b *kong.Flag) bool {
	return len(a.Xor) > 0 && slices.Equal(a.Xor, b.Xor)
}

func arguments(node *kong.Node) string {
	line := ""
	for _, p := range node.Positional {
		name := strings.ToUpper(p.Name)
		if !p.Required {
			name = "[" + name + "]"
		}
		line += " " + name
	}
	return line
}

func flagForm(f *kong.Flag) string {
	form := "--" + f.Name
	if f.Short != 0 {
		form = "-" + string(f.Short)
	}
	if f.IsBool() {
		return form
	}
	if f.Enum != "" {
		return form + " " + strings.ReplaceAll(f.Enum, ",", "|")
	}
	if f.PlaceHolder != "" {
		return form + " " + f.PlaceHolder
	}
	return form + " " + strings.ToUpper(f.Name)
}

func flagHelp(t *text.Book, f *kong.Flag) string {
	if f.Name == "help" {
		return t.T("help.help")
	}
	return t.T(f.Help)
}

func section(b *strings.Builder, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	widest := 0
	for _, r := range rows {
		widest = max(widest, cellWidth(r[0]))
	}
	fmt.Fprintf(b, "\n%s\n", title)
	for _, r := range rows {
		fmt.Fprintf(b, "  %s  %s\n", pad(r[0], widest), r[1])
	}
}
