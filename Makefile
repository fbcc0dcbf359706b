# 月评. `make run` shows it, `make test` proves it; both install what the machine lacks.

TAGS     := x11,gles,migrated_fynedo,no_emoji
BINARY   := build/yueping
VERSION  := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS  := -s -w -X yueping/app/cli.Version=$(VERSION)
DATA     ?= build/示例
SOURCES  := $(shell find . -name '*.go' -not -path './build/*') go.mod go.sum $(shell find assets models/store/migrations -type f)

# Debian's packages: what the build needs, and what the tests drive besides.
BUILD_PACKAGES := gcc libc6-dev pkg-config libgl1-mesa-dev libgles2-mesa-dev xorg-dev
TEST_PACKAGES  := xvfb openbox xdotool imagemagick xclip poppler-utils libreoffice-calc python3-openpyxl cups cups-client printer-driver-cups-pdf

export CGO_ENABLED := 1

.PHONY: build run test soak bench check clean build-packages test-packages

build: build-packages $(BINARY)

$(BINARY): $(SOURCES)
	go build -tags $(TAGS) -trimpath -ldflags '$(LDFLAGS)' -o $@ .

run: build
	@[ -e '$(DATA)/yueping.db' ] || ./$(BINARY) --data '$(DATA)' init --sample xuchang
	@if [ "$$(uname)" = Linux ] && [ -z "$${DISPLAY:-}" ]; then \
		echo '没有显示器（DISPLAY未设置）：改用命令行演示 yueping demo。'; \
		./$(BINARY) --data '$(DATA)' demo -o build/demo; \
	else ./$(BINARY) --data '$(DATA)'; fi

test: build test-packages check
	YUEPING_BINARY='$(CURDIR)/$(BINARY)' go test -tags $(TAGS) ./...

# The long form: hundreds of kills, many draws a property, fuzzing.
soak: build test-packages
	YUEPING_BINARY='$(CURDIR)/$(BINARY)' YUEPING_SOAK=1 go test -tags $(TAGS) -count=1 -timeout 3h ./...
	go test -tags $(TAGS) -count=1 -timeout 1h $$(grep -rl pgregory.net/rapid --include='*_test.go' . | xargs -n1 dirname | sort -u) -rapid.checks=5000
	for target in models/formula:FuzzCompile models/number:FuzzRead models/number:FuzzParse app/city:FuzzLoad app/workbook:FuzzParse app/workbook:FuzzPages app/workbook:FuzzText app/workbook:FuzzXLS app:FuzzProse; do \
		go test -tags $(TAGS) ./$${target%:*} -run '^$$' -fuzz "^$${target#*:}$$" -fuzztime 5m -fuzzminimizetime 10x || exit 1; \
	done

bench: build test-packages
	YUEPING_BINARY='$(CURDIR)/$(BINARY)' go test -tags $(TAGS) -run '^$$' -bench . -benchtime 10x ./...

check:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$unformatted" ] || { echo "gofmt would change: $$unformatted"; exit 1; }
	go vet -tags $(TAGS) ./...
	go tool staticcheck -tags $(TAGS) ./...

clean:
	rm -rf build

build-packages:
	@$(call install,$(BUILD_PACKAGES))

test-packages:
	@$(call install,$(TEST_PACKAGES))

# install puts missing Debian packages on the machine: as root, with sudo, or by telling their names.
define install
missing=; \
if command -v dpkg-query >/dev/null; then \
	for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
		echo "installing:$$missing"; \
		if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
		if [ -n "$$sudo" ] && ! command -v sudo >/dev/null; then echo "missing packages:$$missing (install them as root: apt-get install$$missing)"; exit 1; fi; \
		$$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi; \
elif [ "$$(uname)" = Linux ]; then echo "needed (names of Debian's packages): $(1)"; fi
endef
