package app

import (
	"strings"

	"golang.org/x/text/width"

	"yueping/models"
	"yueping/models/fault"
	"yueping/models/number"
)

// words are what a clerk types for the two states that are no number.
var words = map[string]models.State{
	"无数据": models.NoData, "无": models.NoData, "w": models.NoData,
	"不参评": models.NotAssessed, "不": models.NotAssessed, "b": models.NotAssessed,
}

// ReadCell reads what a clerk types for an indicator: a number as number.Read reads it, 无数据 (无, w)
// or 不参评 (不, b); a blank text is the zero cell. It also checks the indicator's bounds.
func ReadCell(i *models.Indicator, text string) (models.Cell, *fault.Fault) {
	trimmed := strings.TrimSpace(text)
	if trimmed == "" {
		return models.Cell{}, nil
	}
	if state, ok := words[strings.ToLower(width.Narrow.String(trimmed))]; ok {
		return models.Cell{State: state}, nil
	}
	n, err := number.Read(text, i.Format())
	if err != nil {
		return models.Cell{}, fault.All(err)[0].With("indicator", i.Name)
	}
	cell := models.Of(n)
	return cell, Bounds(i, cell)
}

// TypedEdit reads a typed or pasted text into an edit of its period; a text that is no value becomes a
// draft.
func TypedEdit(i *models.Indicator, e Edit, text string) Edit {
	cell, bad := ReadCell(i.At(e.Period), text)
	if bad != nil {
		e.Draft, e.Fault = text, bad.Code
		return e
	}
	e.Cell = cell
	return e
}
