package city
import ("testing";"fmt";"github.com/goccy/go-yaml/parser";"github.com/goccy/go-yaml/ast")
func TestZZ(t *testing.T){
 for _, src := range []string{"a: x + y\n","a:  \"x + y\"\n","b: 1\na: |\n  x\n  + y\n","b: 1\na: >\n    x\n    + y\n","a: x\n  + y\n","a: 5\n","a: |-\n\n  x\n", "a: 'it''s x'\n", "a: {b: x + y}\n", "a: \"x\\n y\"\n", "甲: 乙 + y\n","l:\n  - a: |2\n       x\n"} {
  f,err:=parser.ParseBytes([]byte(src),0)
  if err!=nil { fmt.Println(err); continue}
  ast.Walk(vis{}, f.Docs[0].Body)
  fmt.Println("--")
 }
}
type vis struct{}
func (vis) Visit(n ast.Node) ast.Visitor { 
 tk:=n.GetToken(); fmt.Printf("%T %q tok=%q org=%q pos=%v\n", n, n.String(), tk.Value, tk.Origin, tk.Position)
 if l,ok:=n.(*ast.LiteralNode); ok { tk=l.Value.GetToken(); fmt.Printf("   lit %q org=%q pos=%v start=%v\n", tk.Value, tk.Origin, tk.Position, l.Start.Position) }
 return vis{} }
