// Package formula is the small language in which a program's file derives one indicator from others:
//
//	60*on_time/due + 30*closed/due + 10*(1 - rework/closed)
//
// It has decimals (12, 0.5, 90% = 0.9), names of indicators, + - * / (also × ÷ −), parentheses,
// < <= > >= == != (also ≤ ≥ ≠ =), and/or/not (also 且 或 非), full-width forms of all of them, and
//
//	if(condition, a, b)        evaluates only the branch it takes
//	default(x, fallback)       fallback where x is no number
//	min max clamp(x, low, high) abs
//	round ceil floor(x, places)    half to even (GB/T 8170), up, down
//	deduct(x, threshold, full, per_point [, floor])
//	                           full from the threshold on, else full - per_point*(threshold - x), not below floor (0)
//	band(x; <=50: 100; <=100: 90; else: 0)
//	                           the value of the first limit that holds; limits rise, or fall with >=
//	rounded(x)                 the published value
//	last_month(x) last_year(x) ago(x, months)
//	sum mean count(x [, group or all]), city(x)
//
// and the functions the host adds. The functions of the last three lines take a name, or each other
// with the scope outermost: sum(rounded(last_year(x)), all).
//
// Numbers are exact fractions; nothing is rounded unless the formula says so. A value that is no
// number makes what is calculated from it no number; where several differ, NotAssessed comes before
// NoData and NoData before NotReported. This holds for and/or as well: both sides are evaluated.
//
// # Faults
//
// Every fault but formula.cycle has line and column (int, from 1, the column in characters). found is a text unless stated otherwise; near and allowed are []string.
// The entries of allowed are marks as they are written (")", "<=", "else", "group") or one of the
// words value, operator, number, end.
//
// From Compile, in an Errors:
//
//	formula.empty              nothing but space
//	formula.too_long           found (int, bytes), max (int)
//	formula.too_deep           max (int): parentheses, signs, negations and calls within each other
//	formula.too_many_parts     max (int): operands and operations
//	formula.character          found: a character the language does not know; U+200B where it is invisible
//	formula.literal            found: a malformed number
//	formula.literal_digits     found, max (int): a number of too many digits
//	formula.spacing            found, word: 且, 或 or 非 needs spaces around it
//	formula.syntax             found, allowed
//	formula.unexpected_end     allowed
//	formula.unclosed           found: the parenthesis at this place is never closed
//	formula.comparison_chain   found: the second comparison of a < b < c
//	formula.unknown_name       found, near
//	formula.unknown_function   found, near
//	formula.arity              function, found (int), min (int), max (int, -1 for any number)
//	formula.type               found, allowed (text), each "number" or "bool"; text: the operand; of: operator or function
//	formula.name_needed        function, found: an argument that must be a name
//	formula.scope              function, found, allowed
//	formula.whole_literal      function, found, min (int), max (int)
//	formula.clamp_order        low, high
//	formula.band_order         found, previous: a limit that the one before it has passed
//	formula.band_direction     found, allowed
//	formula.band_else          a band without else
//	formula.arguments          function, found ([]string); Cause: why Function.Check refused these names
//	formula.bad_value          found: zero_denominator, where the configured value is a truth value
//
// From an evaluation, as one *fault.Fault; text is the expression that failed:
//
//	formula.too_large          text, max (int, bits): a numerator or denominator grew too long
//	formula.overflow           text, places (int), max (int, digits): a rounding needs too many digits; Cause
//	formula.function           text, function; Cause: what the host's function reports
//	formula.bad_value          text, found: a value from the host that is a truth value or has no known state
//	formula.unknown_value      found: a reference that Lookup does not know
//	formula.values             found (int), needed (int): EvalValues with a slice that does not fit Refs
//
// From Order:
//
//	formula.cycle              path ([]string), beginning and ending with the same name
package formula
