#pragma once
#include <qcustomplot.h>
#include <QWidget>
