#include <QtCore/qstring.h>
#include <pcre2.h>
#include <utf8proc.h>
#include "ui_model/theme.h"
