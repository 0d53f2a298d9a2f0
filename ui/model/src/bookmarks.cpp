#include "ui_model/bookmarks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <tuple>
#include <utility>

#include "ui_model/lane_names.h"
#include "ui_model/time_text.h"

namespace loopline::ui {

void Bookmarks::reset(std::shared_ptr<const Comparison> comparison) {
  beginResetModel();
  m_comparison = std::move(comparison);
  m_all.clear();
  endResetModel();
  emit changed();
}

int Bookmarks::find(int run, replay::Moment moment) const {
  const auto found =
      std::ranges::find_if(m_all, [&](const Bookmark& each) { return each.run == run && each.moment() == moment; });
  return found == m_all.end() ? -1 : static_cast<int>(found - m_all.begin());
}

std::optional<Position> Bookmarks::next(Position from, int direction) const {
  std::optional<Position> nearest;
  for (const Bookmark& each : m_all) {
    const Position at = m_comparison->positionOf(each.run, each.moment());
    if (direction > 0 ? at <= from : at >= from) continue;
    if (!nearest || (direction > 0 ? at < *nearest : at > *nearest)) nearest = at;
  }
  return nearest;
}

int Bookmarks::add(const Bookmark& bookmark) {
  if (!m_comparison || bookmark.run < 0 || bookmark.run >= m_comparison->runCount()) return -1;
  if (bookmark.event > m_comparison->replay(bookmark.run).event_count()) return -1;  // of a longer run
  const auto place = std::upper_bound(m_all.begin(), m_all.end(), bookmark, [](const Bookmark& a, const Bookmark& b) {
    return std::tie(a.run, a.event, a.time) < std::tie(b.run, b.event, b.time);
  });
  const int row = static_cast<int>(place - m_all.begin());
  beginInsertRows({}, row, row);
  m_all.insert(place, bookmark);
  endInsertRows();
  emit changed();
  return row;
}

void Bookmarks::setText(int row, const QString& text) {
  m_all[static_cast<std::size_t>(row)].text = text;
  emit dataChanged(index(row), index(row));
  emit changed();
  emit edited(row);
}

void Bookmarks::remove(int row) {
  beginRemoveRows({}, row, row);
  const Bookmark gone = m_all[static_cast<std::size_t>(row)];
  m_all.erase(m_all.begin() + row);
  endRemoveRows();
  emit changed();
  emit removed(gone);
}

QByteArray Bookmarks::toJson(int run) const {
  QJsonArray list;
  for (const Bookmark& each : m_all) {
    if (each.run != run) continue;
    list.append(QJsonObject{{QStringLiteral("event"), static_cast<qint64>(each.event)},
                            {QStringLiteral("time"), static_cast<qint64>(each.time)},
                            {QStringLiteral("text"), each.text}});
  }
  return list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact);
}

void Bookmarks::fromJson(int run, const QByteArray& json) {
  for (const QJsonValue& value : QJsonDocument::fromJson(json).array()) {
    const QJsonObject object = value.toObject();
    add({.run = run,
         .event = static_cast<replay::EventIndex>(object[QStringLiteral("event")].toInteger()),
         .time = object[QStringLiteral("time")].toInteger(),
         .text = object[QStringLiteral("text")].toString()});
  }
}

int Bookmarks::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_all.size()); }

QVariant Bookmarks::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Bookmark& each = m_all[static_cast<std::size_t>(index.row())];
  if (role == RunRole) return each.run;
  if (role == TextRole) return each.text;
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
  const QString letter = runLetter(*m_comparison, each.run);
  const QString where = letter.isEmpty() ? timeText(each.time) : tr("%1 · %2").arg(letter, timeText(each.time));
  return each.text.isEmpty() ? where : tr("%1: %2").arg(where, each.text);
}

}  // namespace loopline::ui
