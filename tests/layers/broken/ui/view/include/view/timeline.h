#pragma once
#include <QWidget>
#include <qcustomplot.h>
