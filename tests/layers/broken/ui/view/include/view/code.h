#pragma once
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>
