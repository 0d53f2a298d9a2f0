#include "ui_model/line_diff.h"

#include <QStringList>
#include <algorithm>
#include <cstdint>
#include <vector>

namespace loopline::ui {

LineDiff lineDiff(const QString& left, const QString& right) {
  constexpr qsizetype kMostCells = 4'000'000;
  const QStringList a = left.split(u'\n');
  const QStringList b = right.split(u'\n');
  qsizetype begin = 0;
  while (begin < std::min(a.size(), b.size()) && a[begin] == b[begin]) ++begin;
  qsizetype endA = a.size();
  qsizetype endB = b.size();
  while (endA > begin && endB > begin && a[endA - 1] == b[endB - 1]) {
    --endA;
    --endB;
  }
  const qsizetype rows = endA - begin;
  const qsizetype columns = endB - begin;
  LineDiff diff;
  if (rows * columns > kMostCells) {
    for (qsizetype i = begin; i < endA; ++i) diff.left << static_cast<int>(i) + 1;
    for (qsizetype i = begin; i < endB; ++i) diff.right << static_cast<int>(i) + 1;
    return diff;
  }
  // longest(i, j): how many lines a[i…] and b[j…] have in common, in order.
  std::vector<std::uint32_t> longest(static_cast<std::size_t>((rows + 1) * (columns + 1)), 0);
  const auto at = [&](qsizetype i, qsizetype j) -> std::uint32_t& {
    return longest[static_cast<std::size_t>(i * (columns + 1) + j)];
  };
  for (qsizetype i = rows; i-- > 0;) {
    for (qsizetype j = columns; j-- > 0;) {
      at(i, j) = a[begin + i] == b[begin + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  qsizetype i = 0;
  qsizetype j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && a[begin + i] == b[begin + j]) {
      ++i;
      ++j;
    } else if (j >= columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
      diff.left << static_cast<int>(begin + i++) + 1;
    } else {
      diff.right << static_cast<int>(begin + j++) + 1;
    }
  }
  return diff;
}

}  // namespace loopline::ui
