package cli

import (
	"yueping/app"
)

type pictureCommand struct {
	target
	Scheme string `help:"help.scheme" placeholder:"KEY"`
	Layout string `help:"help.layout" placeholder:"KEY" xor:"rows,groups,kind"`
	Group  string `help:"help.group" placeholder:"NAME" xor:"groups"`
	Listed bool   `help:"help.picture_listed" xor:"rows"`
	Chart  bool   `help:"help.picture_chart" xor:"kind"`
	Width  int    `help:"help.picture_width" placeholder:"1080"`
	Output string `short:"o" required:"" help:"help.output" placeholder:"FILE.png"`
}

func (c pictureCommand) Run(s *session) error {
	if c.Output == "" {
		return misuse{s.Text.T("usage.output_needed", "format", "png")}
	}
	at, err := c.month()
	if err != nil {
		return err
	}
	return s.with(func(w *app.Workspace) error {
		return w.WritePicture(s.ctx, app.PictureRequest{Program: c.Program, Month: at, Scheme: c.Scheme, Layout: c.Layout, Group: c.Group, Listed: c.Listed,
			Chart: c.Chart, Width: c.Width, Path: c.Output})
	})
}
