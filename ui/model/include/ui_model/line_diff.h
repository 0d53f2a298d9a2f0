// Which lines of two texts are not in both.
#pragma once

#include <QList>
#include <QString>

namespace loopline::ui {

struct LineDiff {
  QList<int> left, right;  ///< lines from 1 that the other text does not have at that place
};

/// By the longest run of lines that both have in order; texts of thousands of lines are compared only between what is
/// equal at their begins and ends.
LineDiff lineDiff(const QString& left, const QString& right);

}  // namespace loopline::ui
