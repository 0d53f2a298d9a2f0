#include <Qsci/qsciscintilla.h>
#include <qcustomplot.h>
#include "commands/run.h"
#include "ui_model/theme.h"
