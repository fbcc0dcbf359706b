package formula

import (
	"math/big"
	"testing"

	"yueping/models/number"
)

// The rates and the score formulas found in use (domain notes, section 3). Every wanted value is
// worked out by hand as a fraction.
func TestRatesAndScores(t *testing.T) {
	counts := given{
		"accepted": "13000", "filed": "12500", "due": "12000", "closed": "11400", "on_time": "7815", "late": "3585",
		"rework": "57", "extended": "240", "escalated": "3", "unhandled": "1", "bonus": "1.5", "penalty": "0.25",
	}
	sum := func(parts ...*big.Rat) *big.Rat {
		total := new(big.Rat)
		for _, p := range parts {
			total.Add(total, p)
		}
		return total
	}
	cases := []struct {
		name, source string
		want         *big.Rat
		shown        string // with two decimals
	}{
		{"closing rate", "closed/due", rat(19, 20), "0.95"},
		{"rate of closing on time", "on_time/due", rat(521, 800), "0.65"},
		{"filing rate", "filed/accepted", rat(25, 26), "0.96"},
		// 39.075 + 28.5 + 9.95
		{"60 30 10", "60*on_time/due + 30*closed/due + 10*(1 - rework/closed)",
			sum(rat(39075, 1000), rat(285, 10), rat(995, 100)), "77.52"},
		// 32.5625 + 28.5 + 9.95 + (10 - 1.5 - 1)
		{"50 30 10 10", "50*on_time/due + 30*closed/due + 10*(1-rework/closed) + (10 - 0.5*escalated - unhandled)",
			sum(rat(325625, 10000), rat(285, 10), rat(995, 100), rat(75, 10)), "78.51"},
		// (65.125 + 11.95) * 0.8 = 61.66; 9.8; 9.95; 1.25
		{"80 % and bonus points", "(on_time/due×100 + late/due×40)×80 % + (1−extended/due)×10 + (1−rework/closed)×10 + bonus − penalty",
			sum(rat(6166, 100), rat(98, 10), rat(995, 100), rat(125, 100)), "82.66"},
		{"threshold reached", "deduct(100*closed/due, 90, 20, 1)", rat(20, 1), "20.00"},
		// 65.125 % is 24.875 points short of 90 %: nothing is left of 20
		{"threshold missed by far", "deduct(100*on_time/due, 90, 20, 1)", rat(0, 1), "0.00"},
		{"threshold missed", "deduct(100*on_time/due, 70, 20, 1)", rat(15125, 1000), "15.12"},
		{"threshold in fractions", "deduct(on_time/due, 70%, 20, 100)", rat(15125, 1000), "15.12"},
		{"bands by volume", "band(filed; <=50: 100; <=100: 90; <=200: 75; <=500: 60; <=1000: 40; else: 0)", rat(0, 1), "0.00"},
		// the quotient 0.65125 rounded first would give 39.00 or 39.06 or 39.08 by luck of its places
		{"exact tie 39.075", "60*(on_time/due)", rat(39075, 1000), "39.08"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := eval(t, c.source, env(), counts)
			wantRat(t, got, c.want)
			shown, err := got.Ratio.Round(2)
			if err != nil || shown.Fixed(2) != c.shown {
				t.Errorf("shown %s, want %s (%v)", shown.Fixed(2), c.shown, err)
			}
		})
	}
}

func TestExactTie(t *testing.T) {
	cases := []struct{ name, source, want string }{
		{"rounded at the end", "round(60*(on_time/due), 2)", "39.08"},
		{"quotient rounded to 4 places", "round(60*round(on_time/due, 4), 2)", "39.07"},
		{"order of operations", "round(on_time*60/due, 2)", "39.08"},
		{"thirds come back", "x/3 + x/3 + x/3", "1"},
		{"sevenths come back", "(x/7)*7", "1"},
		{"decimal fractions", "0.1 + 0.2", "0.3"},
		{"nineteen digits", "9999999999999999999 - 9999999999999999998", "1"},
		{"smallest decimal", "0.0000000000000000001 * 10000000000 * 1000000000", "1"},
		{"tie to even, down", "round(0.125, 2)", "0.12"},
		{"tie to even, up", "round(0.135, 2)", "0.14"},
		{"tie to even, negative", "round(-0.125, 2)", "-0.12"},
	}
	g := given{"on_time": "7815", "due": "12000", "x": "1"}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := eval(t, c.source, env(), g); got.Exact() != c.want {
				t.Errorf("%s = %s, want %s", c.source, got.Exact(), c.want)
			}
		})
	}
}

// A published hotline rate: 1243 of 1342 cases closed, printed 92.62 %.
func TestPublishedRate(t *testing.T) {
	got := eval(t, "100*按期结案/应结案", env(), given{"按期结案": "1243", "应结案": "1342"})
	wantRat(t, got, rat(124300, 1342))
	if shown, _ := got.Ratio.Round(2); shown.Cmp(number.MustParse("92.62")) != 0 {
		t.Errorf("shown %s", shown)
	}
}

func TestBandsByVolume(t *testing.T) {
	const source = "band(filed; ≤50：100；≤100：90；≤200：75；≤500：60；≤1000：40；else：0)"
	for filed, want := range map[string]string{
		"0": "100", "50": "100", "50.5": "90", "51": "90", "100": "90", "200": "75", "500": "60", "501": "40", "1000": "40", "1001": "0",
	} {
		if got := eval(t, source, env(), given{"filed": filed}); got.Exact() != want {
			t.Errorf("%s cases bring %s, want %s", filed, got.Exact(), want)
		}
	}
}
