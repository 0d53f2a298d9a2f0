// A person's bookmarks and notes: places in a run, each with a text that may be empty. In order of place. Who owns the
// list keeps it with the recording or, for a run that is made anew each time, beside the lesson.
#pragma once

#include <QAbstractListModel>
#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "ui_model/comparison.h"

namespace loopline::ui {

struct Bookmark {
  int run = 0;
  replay::EventIndex event = 0;
  std::int64_t time = 0;  ///< nanoseconds
  QString text = {};
  std::int64_t id = 0;  ///< in the recording's file; 0: not there

  replay::Moment moment() const { return {event, time}; }
};

class Bookmarks : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role : int { RunRole = Qt::UserRole, TextRole };

  using QAbstractListModel::QAbstractListModel;

  /// Forgets all; what is there is told by add() or fromJson().
  void reset(std::shared_ptr<const Comparison> comparison);

  const std::vector<Bookmark>& all() const { return m_all; }
  /// The row at which a run's moment is marked; -1: none.
  int find(int run, replay::Moment moment) const;
  /// The next or previous one, seen from a position; none at the end or start.
  std::optional<Position> next(Position from, int direction) const;

  int add(const Bookmark& bookmark);  ///< gives its row
  void setText(int row, const QString& text);
  void setId(int row, std::int64_t id) { m_all[static_cast<std::size_t>(row)].id = id; }
  void remove(int row);

  /// Of one run.
  QByteArray toJson(int run) const;
  void fromJson(int run, const QByteArray& json);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 signals:
  void changed();        ///< any of them, by whomever
  void edited(int row);  ///< added or given another text by a person
  void removed(Bookmark bookmark);

 private:
  std::shared_ptr<const Comparison> m_comparison;  // shared with the views
  std::vector<Bookmark> m_all;
};

}  // namespace loopline::ui
