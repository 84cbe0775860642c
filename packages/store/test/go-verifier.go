// Reads a log as it was served into a folder, with the verifier of Go's own checksum database
// (golang.org/x/mod/sumdb), and checks all of it: signatures, tiles, entries, consistency, receipts.
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// served is a tlog.TileReader over files named by C2SP paths, which lack the tile height that Go's have.
type served struct{ folder string }

func (served) Height() int                         { return 8 }
func (served) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (s served) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		bytes, err := os.ReadFile(filepath.Join(s.folder, strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

func must[T any](value T, err error) T {
	if err != nil {
		fail("%v", err)
	}
	return value
}

func fail(format string, facts ...any) {
	fmt.Printf(format+"\n", facts...)
	os.Exit(1)
}

func openCheckpoint(text []byte, verifiers note.Verifiers) tlog.Tree {
	lines := strings.Split(must(note.Open(text, verifiers)).Text, "\n")
	return tlog.Tree{
		N:    must(strconv.ParseInt(lines[1], 10, 64)),
		Hash: must(tlog.ParseHash(lines[2])),
	}
}

func checkEntries(folder string, tree tlog.Tree, hashes tlog.HashReader) {
	for first := int64(0); first < tree.N; first += 256 {
		width := int(min(256, tree.N-first))
		path := strings.Replace(tlog.Tile{H: 8, L: 0, N: first / 256, W: width}.Path(), "tile/8/0/", "tile/entries/", 1)
		bundle := must(os.ReadFile(filepath.Join(folder, path)))
		var indexes []int64
		var entries [][]byte
		for at := 0; at < width; at++ {
			size := int(bundle[0])<<8 | int(bundle[1])
			entries = append(entries, bundle[2:2+size])
			bundle = bundle[2+size:]
			indexes = append(indexes, tlog.StoredHashIndex(0, first+int64(at)))
		}
		for at, hash := range must(hashes.ReadHashes(indexes)) {
			if hash != tlog.RecordHash(entries[at]) {
				fail("entry %d is not the leaf of the tree", first+int64(at))
			}
		}
		if len(bundle) != 0 {
			fail("the bundle %s is too long", path)
		}
	}
}

func checkReceipt(text string, digest []byte, verifiers note.Verifiers) {
	head, checkpoint, _ := strings.Cut(text, "\n\n")
	tree := openCheckpoint([]byte(checkpoint), verifiers)
	lines := strings.Split(head, "\n")
	index := must(strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64))
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		proof = append(proof, must(tlog.ParseHash(line)))
	}
	if lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") {
		fail("a receipt begins otherwise")
	}
	must(base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra ")))
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(digest)); err != nil {
		fail("receipt of leaf %d: %v", index, err)
	}
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func main() {
	folder := os.Args[1]
	key := strings.TrimSpace(string(must(os.ReadFile(filepath.Join(folder, "key")))))
	verifiers := note.VerifierList(must(note.NewVerifier(key)))
	tree := openCheckpoint(must(os.ReadFile(filepath.Join(folder, "checkpoint"))), verifiers)
	hashes := tlog.TileHashReader(tree, served{folder})
	checkEntries(folder, tree, hashes)
	old := must(filepath.Glob(filepath.Join(folder, "old", "*")))
	for _, path := range old {
		before := openCheckpoint(must(os.ReadFile(path)), verifiers)
		if before.N == 0 {
			continue
		}
		proof := must(tlog.ProveTree(tree.N, before.N, hashes))
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash); err != nil {
			fail("size %d: %v", before.N, err)
		}
	}
	receipts := must(filepath.Glob(filepath.Join(folder, "receipts", "*.tlog-proof")))
	for _, path := range receipts {
		digest := must(os.ReadFile(strings.TrimSuffix(path, ".tlog-proof")))
		checkReceipt(string(must(os.ReadFile(path))), digest, verifiers)
	}
	fmt.Printf("%d leaves, %d older checkpoints, %d receipts\n", tree.N, len(old), len(receipts))
}
