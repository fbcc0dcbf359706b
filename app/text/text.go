// Package text turns a message key and its arguments into a sentence of the chosen language.
package text

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"text/template"

	"yueping/models/fault"
)

// Default is the language that is complete first and shown when no other is asked for.
const Default = "zh-Hans"

// Book is the messages of one language.
type Book struct {
	messages map[string]string
	mu       sync.Mutex
	compiled map[string]*template.Template
}

// Open reads all files of translations/LANGUAGE.
func Open(files fs.FS, language string) (*Book, error) {
	names, err := fs.Glob(files, "translations/"+language+"/*.json")
	if err == nil && len(names) == 0 {
		err = fs.ErrNotExist
	}
	if err != nil {
		return nil, fmt.Errorf("reading the messages of %s: %w", language, err)
	}
	b := &Book{messages: map[string]string{}, compiled: map[string]*template.Template{}}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("reading the messages of %s: %w", language, err)
		}
		if err := json.Unmarshal(data, &b.messages); err != nil {
			return nil, fmt.Errorf("reading the messages of %s in %s: %w", language, name, err)
		}
	}
	return b, nil
}

// Has reports whether there is a message for a key.
func (b *Book) Has(key string) bool { return b.messages[key] != "" }

// Keys gives all message keys, in no order.
func (b *Book) Keys() []string {
	keys := make([]string, 0, len(b.messages))
	for key := range b.messages {
		keys = append(keys, key)
	}
	return keys
}

// T gives the message of a key with alternating argument names and values; the key itself where the
// language lacks it, so that a missing message is seen and not hidden.
func (b *Book) T(key string, pairs ...any) string {
	args := fault.New("", pairs...).Args
	return b.render(key, args)
}

func (b *Book) render(key string, args fault.Args) string {
	message, ok := b.messages[key]
	if !ok {
		return key
	}
	if !strings.Contains(message, "{{") {
		return message
	}
	b.mu.Lock()
	t := b.compiled[key]
	if t == nil {
		parsed, err := template.New(key).Parse(message)
		if err != nil {
			b.mu.Unlock()
			return key
		}
		t = parsed
		b.compiled[key] = t
	}
	b.mu.Unlock()
	var out strings.Builder
	if err := t.Execute(&out, map[string]any(args)); err != nil {
		return key
	}
	return out.String()
}

// Error gives the sentences of an error: what it is about, the reason and the next step. Several
// faults give a line each, the same sentence once; an error that is no fault gives the general
// sentence with its text.
func (b *Book) Error(err error) string {
	var lines []string
	said := map[string]bool{}
	for _, f := range fault.All(err) {
		if line := OneLine(b.fault(f)); !said[line] {
			said[line] = true
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// OneLine keeps a sentence on its line, whatever line breaks were typed into what it quotes.
func OneLine(s string) string {
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(s)
}

func (b *Book) fault(f *fault.Fault) string {
	args := b.said(f)
	key := "error." + f.Code
	if !b.Has(key) {
		return b.T("error.unexpected", "detail", f.Error())
	}
	sentence := b.render(key, args)
	if file, ok := args["file"]; ok && args["line"] != nil {
		sentence = b.T("error.place", "file", file, "line", args["line"], "column", args["column"], "sentence", sentence)
	}
	return sentence
}

// said gives a fault's arguments as a sentence says them.
func (b *Book) said(f *fault.Fault) fault.Args {
	args := fault.Args{}
	for name, value := range f.Args {
		args[name] = b.argument(name, value)
	}
	return args
}

// argument translates arguments that are faults themselves, or codes that have a message.
func (b *Book) argument(name string, value any) any {
	switch v := value.(type) {
	case error:
		var f *fault.Fault
		if errors.As(v, &f) {
			return b.fault(f)
		}
		return v.Error()
	case []string:
		words := make([]string, len(v))
		for i, word := range v {
			words[i] = word
			if key := name + "." + word; b.Has(key) {
				words[i] = b.T(key)
			}
		}
		return strings.Join(words, "、")
	case string:
		if key := name + "." + v; b.Has(key) {
			return b.T(key)
		}
	}
	return value
}
