#ifndef LANDGRADE_CWORKBOOKFILES_H
#define LANDGRADE_CWORKBOOKFILES_H

// libxlsxwriter puts the parts of a workbook into temporary files before it packs them, and doesn't look whether they
// could be written: on a full disk it packs what is there, and says that all went well. It asks for each file through
// `lxw_tmpfile`, which a program may define for itself; this one does, and remembers the first write that failed.

/// How many temporary files the library has asked for. 0 after its first worksheet: it doesn't ask us.
unsigned landgrade_workbook_files(void);

/// The errno of the first write that failed, in whichever file; 0: none did.
int landgrade_workbook_fault(void);

#endif
