package sheet

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/image/font/sfnt"
)

// Installed lends letters of the fonts that stand in folders and below: TrueType and OpenType files and
// collections. The folders are read when the first letter is looked for.
func Installed(folders ...string) Lender {
	files := sync.OnceValue(func() []string { return fontFiles(folders) })
	var mutex sync.Mutex
	loaded := map[string]*sfnt.Collection{}
	return func(r rune) *sfnt.Font {
		mutex.Lock()
		defer mutex.Unlock()
		for _, path := range files() {
			index, has := fontWith(path, r)
			if !has {
				continue
			}
			if loaded[path] == nil {
				loaded[path] = load(path)
			}
			if found, err := loaded[path].Font(index); err == nil {
				return found
			}
		}
		return nil
	}
}

// FontFolders are where this system keeps its fonts.
func FontFolders() []string {
	home, _ := os.UserHomeDir()
	switch runtime.GOOS {
	case "windows":
		return []string{filepath.Join(os.Getenv("WINDIR"), "Fonts"), filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts")}
}

// likely begins the names of fonts that look like the faces of a sheet, the nearest first.
var likely = []string{"simsun", "simfang", "notoserifcjk", "sourcehanserif", "hanamin", "songti", "notosanscjk", "sourcehansans", "msyh", "simhei"}

// fontFiles lists the font files of folders, the likely ones first. What cannot be read lends nothing.
func fontFiles(folders []string) []string {
	var paths []string
	for _, folder := range folders {
		if !filepath.IsAbs(folder) {
			continue
		}
		filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && slices.Contains([]string{".ttf", ".ttc", ".otf", ".otc"}, strings.ToLower(filepath.Ext(path))) {
				paths = append(paths, path)
			}
			return nil
		})
	}
	slices.SortStableFunc(paths, func(a, b string) int { return cmp.Compare(likelihood(a), likelihood(b)) })
	// The last resort has a box for everything.
	return slices.DeleteFunc(paths, func(path string) bool { return strings.HasPrefix(plainName(path), "lastresort") })
}

func plainName(path string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(filepath.Base(path)))
}

func likelihood(path string) int {
	name := plainName(path)
	for i, beginning := range likely {
		if strings.HasPrefix(name, beginning) {
			return i
		}
	}
	return len(likely)
}

// fontWith gives the number of a file's font that has a letter: of the file only the tables are read.
func fontWith(path string, r rune) (index int, has bool) {
	file, err := os.Open(path)
	if err != nil {
		return 0, false
	}
	defer file.Close()
	collection, err := sfnt.ParseCollectionReaderAt(file)
	if err != nil {
		return 0, false
	}
	for index := range collection.NumFonts() {
		if face, err := collection.Font(index); err == nil {
			if _, has := letterOf(face, r); has {
				return index, true
			}
		}
	}
	return 0, false
}

// load reads a file's fonts into memory, so that it is not held open; none where it cannot be read.
func load(path string) *sfnt.Collection {
	content, err := os.ReadFile(path)
	if err != nil {
		return &sfnt.Collection{}
	}
	collection, err := sfnt.ParseCollection(content)
	if err != nil {
		return &sfnt.Collection{}
	}
	return collection
}
