#  include <sqlite3.h> // said in a comment
#include "sqlite.h"
// #include <QString>
