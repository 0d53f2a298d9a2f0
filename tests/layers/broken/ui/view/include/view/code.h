#pragma once
#include <Qsci/qsciscintilla.h>
#include <Qsci/qscilexerpython.h>
