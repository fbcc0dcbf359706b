package app

import "syscall"

// fileCodes are the faults of the system's errors, by their numbers.
var fileCodes = map[syscall.Errno]string{
	32:   "file.open_elsewhere", // ERROR_SHARING_VIOLATION
	33:   "file.open_elsewhere", // ERROR_LOCK_VIOLATION
	1224: "file.open_elsewhere", // ERROR_USER_MAPPED_FILE
	19:   "file.no_rights",      // ERROR_WRITE_PROTECT
	39:   "file.disk_full",      // ERROR_HANDLE_DISK_FULL
	112:  "file.disk_full",      // ERROR_DISK_FULL
	1295: "file.disk_full",      // ERROR_DISK_QUOTA_EXCEEDED
	206:  "file.long_name",      // ERROR_FILENAME_EXCED_RANGE
	123:  "file.bad_name",       // ERROR_INVALID_NAME
	161:  "file.bad_name",       // ERROR_BAD_PATHNAME
	267:  "file.no_folder",      // ERROR_DIRECTORY
	15:   "file.gone",           // ERROR_INVALID_DRIVE
	20:   "file.gone",           // ERROR_BAD_UNIT
	21:   "file.gone",           // ERROR_NOT_READY
	53:   "file.gone",           // ERROR_BAD_NETPATH
	55:   "file.gone",           // ERROR_DEV_NOT_EXIST
	64:   "file.gone",           // ERROR_NETNAME_DELETED
	67:   "file.gone",           // ERROR_BAD_NET_NAME
	433:  "file.gone",           // ERROR_NO_SUCH_DEVICE
	1117: "file.gone",           // ERROR_IO_DEVICE
	1167: "file.gone",           // ERROR_DEVICE_NOT_CONNECTED
}
