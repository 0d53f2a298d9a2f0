#include <CLI/CLI.hpp>
#include <QApplication>
#include "view/timeline.h"
#include "trace/event.h"
