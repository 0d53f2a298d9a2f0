#include <CLI/CLI.hpp>
#include <QApplication>
#include "trace/event.h"
#include "view/timeline.h"
