#include <Qsci/qscilexerpython.h>
