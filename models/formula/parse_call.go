package formula

// call reads the arguments of a function whose name has just been read.
func (p *parser) call(name token) *node {
	defer p.leave()
	if !p.enter() {
		return p.bad()
	}
	open := p.next()
	if name.text == "band" {
		return p.band(name, open)
	}
	n := &node{form: formCall, name: name.text, at: name.at}
	broken := false // then the number of arguments means nothing
	for p.peek().kind != ")" && p.peek().kind != kindEnd {
		n.args = append(n.args, p.expression(1))
		if k := p.peek().kind; k != "," && k != ")" && k != kindEnd {
			p.unexpected("operator", ",", ")")
			p.skip()
			broken = true
		}
		if k := p.peek().kind; k != "," && k != ";" {
			break
		}
		p.next()
		if p.peek().kind == ")" {
			p.unexpected("value")
			broken = true
		}
	}
	if broken || p.peek().kind == kindEnd {
		n.form = formBad
	}
	return p.make(n.span(name.start, p.closing(open, "operator", ",", ")")))
}

// band reads band(x; <=50: 100; else: 0) from its first argument on.
func (p *parser) band(name, open token) *node {
	n := &node{form: formBand, name: name.text, at: name.at, args: []*node{p.expression(1)}}
	for {
		if p.peek().kind == ")" && len(n.bands) > 0 {
			if !p.quiet {
				p.faults.add(p.peek().at.fault("formula.band_else"))
			}
			break
		}
		if !p.expect(";") {
			break
		}
		t := p.peek()
		if t.kind == kindName && t.text == "else" && len(n.bands) > 0 {
			p.next()
			if p.expect(":") {
				n.args = append(n.args, p.expression(1))
			}
			break
		}
		bound, ok := p.limit(len(n.bands) > 0)
		if !ok {
			break
		}
		n.bands = append(n.bands, bound)
		n.args = append(n.args, p.expression(1))
	}
	n.span(name.start, p.closing(open, "operator", ")"))
	if len(n.args) != len(n.bands)+2 {
		n.form = formBad
	}
	return p.make(n)
}

// limit reads <=50: of a band.
func (p *parser) limit(otherwise bool) (limit, bool) {
	t := p.peek()
	switch t.kind {
	case "<", "<=", ">", ">=":
		p.next()
	default:
		allowed := []string{"<=", "<", ">=", ">"}
		if otherwise {
			allowed = append(allowed, "else")
		}
		p.unexpected(allowed...)
		return limit{}, false
	}
	l := limit{op: t.kind, at: t.at, text: t.text}
	negative := p.peek().kind == "-"
	if negative {
		p.next()
		l.text += "-"
	}
	bound := p.peek()
	if bound.kind != kindNumber {
		p.unexpected("number")
		return limit{}, false
	}
	p.next()
	l.bound, l.text = bound.ratio, l.text+bound.text
	if negative {
		l.bound = l.bound.Neg()
	}
	return l, p.expect(":")
}

// expect reads a mark; where something else stands, it reports that.
func (p *parser) expect(mark kind) bool {
	if p.peek().kind != mark {
		allowed := []string{string(mark)}
		if mark == ";" {
			allowed = []string{"operator", ";"}
		}
		p.unexpected(allowed...)
		return false
	}
	p.next()
	return true
}
