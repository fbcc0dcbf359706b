//go:build !windows

package app

import "syscall"

// fileCodes are the faults of the system's errors.
var fileCodes = map[syscall.Errno]string{
	syscall.ENOTDIR:      "file.no_folder",
	syscall.EROFS:        "file.no_rights",
	syscall.ETXTBSY:      "file.open_elsewhere",
	syscall.ENOSPC:       "file.disk_full",
	syscall.EDQUOT:       "file.disk_full",
	syscall.EFBIG:        "file.disk_full",
	syscall.ENAMETOOLONG: "file.long_name",
	syscall.EINVAL:       "file.bad_name", // a FAT disk refuses what Windows refuses
	syscall.EILSEQ:       "file.bad_name",
	syscall.EIO:          "file.gone",
	syscall.ENODEV:       "file.gone",
	syscall.ENXIO:        "file.gone",
	syscall.ESTALE:       "file.gone",
	syscall.ENOTCONN:     "file.gone",
	syscall.EHOSTDOWN:    "file.gone",
}
