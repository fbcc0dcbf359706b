// Package printertest gives tests a CUPS of their own with printers that print into files. CUPS runs as root only.
package printertest

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Server is a CUPS that a test started; the commands of CUPS speak to it while the test runs.
type Server struct {
	folder string
	added  int // printers of AddPDF
	t      testing.TB
}

const patience = 20 * time.Second

const files = `ServerRoot %[1]s/etc
ServerBin /usr/lib/cups
DataDir /usr/share/cups
RequestRoot %[1]s/spool
TempDir %[1]s/spool/tmp
CacheDir %[1]s/cache
StateDir %[1]s/run
AccessLog %[1]s/log/access
ErrorLog %[1]s/log/error
PageLog %[1]s/log/page
FileDevice Yes
SystemGroup root
`

const settings = `Listen %[1]s/run/socket
LogLevel info
Browsing Off
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
`

// Start starts a CUPS without printers.
func Start(t testing.TB) *Server {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Fatal("the tests of printing start a CUPS of their own, which runs as root only: run them as root")
	}
	// Its filters run as another user, for whom the folders of tests are closed.
	folder, err := os.MkdirTemp("", "cups-*")
	check(t, err)
	t.Cleanup(func() { check(t, os.RemoveAll(folder)) })
	check(t, os.Chmod(folder, 0o755))
	for _, name := range []string{"etc", "spool/tmp", "cache", "run", "log", "printed"} {
		check(t, os.MkdirAll(filepath.Join(folder, name), 0o755))
	}
	s := &Server{folder: folder, t: t}
	s.write("etc/cups-files.conf", fmt.Sprintf(files, folder))
	s.write("etc/cupsd.conf", fmt.Sprintf(settings, folder))
	daemon := exec.Command("/usr/sbin/cupsd", "-f", "-c", s.path("etc/cupsd.conf"), "-s", s.path("etc/cups-files.conf"))
	if err := daemon.Start(); err != nil {
		t.Fatalf("CUPS is missing (apt-get install cups cups-client printer-driver-cups-pdf): %v", err)
	}
	t.Cleanup(func() {
		check(t, daemon.Process.Signal(syscall.SIGTERM))
		check(t, daemon.Wait())
	})
	t.Setenv("LC_ALL", "C.UTF-8") // else names in Chinese come out otherwise
	t.Setenv("CUPS_SERVER", s.path("run/socket"))
	s.until("CUPS to answer", func() bool { return exec.Command("lpstat", "-r").Run() == nil && s.exists("run/socket") })
	return s
}

// AddPDF adds a printer that prints PDF files as printer-driver-cups-pdf does: by way of PostScript, as most
// printers do, so that no text is left.
func (s *Server) AddPDF(name string) {
	s.t.Helper()
	s.added++
	instance := fmt.Sprintf("yueping-%d-%d", os.Getpid(), s.added)
	// The only place where it looks for what it is to do.
	config := "/etc/cups/cups-pdf-" + instance + ".conf"
	content := fmt.Sprintf("Out %[1]s/printed\nAnonDirName %[1]s/printed\nSpool %[1]s/cups-pdf\nLog %[1]s/log\nGrp lp\nLabel 2\nTitlePref 1\n", s.folder)
	check(s.t, os.WriteFile(config, []byte(content), 0o644))
	s.t.Cleanup(func() { check(s.t, os.Remove(config)) })
	s.run("lpadmin", "-p", name, "-E", "-v", "cups-pdf:/"+instance, "-P", "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
}

// AddPlain adds a printer that takes PDF itself, makes copies of nothing, and prints each job in place of the one
// before.
func (s *Server) AddPlain(name string) {
	s.t.Helper()
	s.write("plain.ppd", plain)
	s.run("lpadmin", "-p", name, "-E", "-v", "file:"+s.path("printed/"+name+".pdf"), "-P", s.path("plain.ppd"))
}

// Printed gives the file that a job was printed into, whose name Print gave.
func (s *Server) Printed(job string) string {
	s.t.Helper()
	printer, number := job[:strings.LastIndex(job, "-")], job[strings.LastIndex(job, "-")+1:]
	listed := url.PathEscape(printer) + "-" + number // as lpstat writes it
	s.until("the job "+job, func() bool {
		done, err := exec.Command("lpstat", "-W", "completed", "-o").Output()
		return err == nil && strings.Contains("\n"+string(done), "\n"+listed+" ")
	})
	for _, pattern := range []string{printer + ".pdf", "*job_" + number + ".pdf"} {
		found, err := filepath.Glob(s.path("printed/" + pattern))
		check(s.t, err)
		if len(found) == 1 {
			return found[0]
		}
	}
	log, err := os.ReadFile(s.path("log/error"))
	check(s.t, err)
	s.t.Fatalf("the job %s has left no file\n%s", job, log)
	return ""
}

// Stop lets a printer print nothing.
func (s *Server) Stop(name string) {
	s.t.Helper()
	s.run("cupsdisable", name)
}

// MakeDefault makes a printer the default one.
func (s *Server) MakeDefault(name string) {
	s.t.Helper()
	s.run("lpadmin", "-d", name)
}

func (s *Server) path(name string) string { return filepath.Join(s.folder, name) }

func (s *Server) exists(name string) bool {
	_, err := os.Stat(s.path(name))
	return err == nil
}

func (s *Server) write(name, content string) {
	s.t.Helper()
	check(s.t, os.WriteFile(s.path(name), []byte(content), 0o644))
}

func (s *Server) run(name string, args ...string) {
	s.t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		s.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

func (s *Server) until(what string, done func() bool) {
	s.t.Helper()
	for end := time.Now().Add(patience); !done(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("waited in vain for %s", what)
		}
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
