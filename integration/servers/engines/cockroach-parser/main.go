// Reads statements as JSON texts, one a line, and answers each with how CockroachDB's own parser reads it, or why it does not.
package main

import (
	"bufio"
	"encoding/json"
	"os"

	"github.com/cockroachdb/cockroachdb-parser/pkg/sql/parser"
	"github.com/cockroachdb/cockroachdb-parser/pkg/sql/sem/tree"
)

type answer struct {
	Statements []string `json:"statements,omitempty"`
	Error      string   `json:"error,omitempty"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 0, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	for in.Scan() {
		var sql string
		var said answer
		if err := json.Unmarshal(in.Bytes(), &sql); err != nil {
			said.Error = err.Error()
		} else if parsed, err := parser.Parse(sql); err != nil {
			said.Error = err.Error()
		} else {
			for _, each := range parsed {
				said.Statements = append(said.Statements, tree.AsString(each.AST))
			}
		}
		if err := out.Encode(said); err != nil {
			os.Exit(1)
		}
	}
}
