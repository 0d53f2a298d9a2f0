#include <utf8proc.h>
#include <pcre2.h>
#include <QtCore/qstring.h>
#include "ui_model/theme.h"
