#include <qcustomplot.h>
#include <Qsci/qsciscintilla.h>
#include "ui_model/theme.h"
#include "commands/run.h"
