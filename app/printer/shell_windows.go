package printer

import (
	"context"
	"errors"
	"unsafe"

	"golang.org/x/sys/windows"

	"yueping/models/fault"
)

// Queued tells that Print hands the file itself to a queue, which knows of copies, sides and pages. Where it is
// false another program prints the file in its own time, and asks for these.
const Queued = false

var (
	spooler        = windows.NewLazySystemDLL("winspool.drv")
	enumPrinters   = spooler.NewProc("EnumPrintersW")
	defaultPrinter = spooler.NewProc("GetDefaultPrinterW")
	shellExecute   = windows.NewLazySystemDLL("shell32.dll").NewProc("ShellExecuteW")
)

// What ShellExecute answers: more than 32 where it went well; that no program does this with such files.
const (
	lastFailure   = 32
	noAssociation = 31
)

// The printers of this machine and those that it is connected to.
const localAndConnected = 0x2 | 0x4

// info is PRINTER_INFO_4, which the system knows without asking the printers.
type info struct {
	name, server *uint16
	attributes   uint32
}

// Printers gives the printers of the system. Faults: printer.no_service where the spooler does not run,
// printer.none where it knows no printer.
func Printers(context.Context) ([]Printer, error) {
	standard := standardPrinter()
	const level = 4
	var needed, count uint32
	_, _, err := enumPrinters.Call(localAndConnected, 0, level, 0, 0, uintptr(unsafe.Pointer(&needed)), uintptr(unsafe.Pointer(&count)))
	if needed == 0 {
		if err != nil && !errors.Is(err, windows.ERROR_SUCCESS) {
			return nil, fault.Wrap(err, "printer.no_service")
		}
		return nil, fault.New("printer.none")
	}
	buffer := make([]uint64, needed/8+1) // words, for the structures in it begin with pointers
	ok, _, err := enumPrinters.Call(localAndConnected, 0, level, uintptr(unsafe.Pointer(&buffer[0])), uintptr(needed),
		uintptr(unsafe.Pointer(&needed)), uintptr(unsafe.Pointer(&count)))
	if ok == 0 {
		return nil, fault.Wrap(err, "printer.no_service")
	}
	var all []Printer
	for _, p := range unsafe.Slice((*info)(unsafe.Pointer(&buffer[0])), count) {
		name := windows.UTF16PtrToString(p.name)
		all = append(all, Printer{Name: name, Default: name == standard})
	}
	if len(all) == 0 {
		return nil, fault.New("printer.none")
	}
	return all, nil
}

// standardPrinter is the name of the user's default printer, "" for none.
func standardPrinter() string {
	name := make([]uint16, 1024)
	size := uint32(len(name))
	if ok, _, _ := defaultPrinter.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&size))); ok == 0 {
		return ""
	}
	return windows.UTF16ToString(name)
}

// hand lets the program for PDF files print the file.
func hand(_ context.Context, j Job) (string, error) {
	words := make([]*uint16, 3)
	for i, word := range []string{"printto", j.Path, `"` + j.Printer + `"`} {
		var err error
		if words[i], err = windows.UTF16PtrFromString(word); err != nil {
			return "", fault.Wrap(err, "printer.failed", "printer", j.Printer)
		}
	}
	said, _, err := shellExecute.Call(0, uintptr(unsafe.Pointer(words[0])), uintptr(unsafe.Pointer(words[1])), uintptr(unsafe.Pointer(words[2])), 0, windows.SW_HIDE)
	switch {
	case said > lastFailure:
		return "", nil
	case said == noAssociation:
		return "", fault.Wrap(err, "printer.no_program")
	}
	return "", fault.Wrap(err, "printer.failed", "printer", j.Printer)
}
