// A list of short lines about the run: the ready queue, timers, variables, objects, console. What a line is about can
// be selected through it.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

#include "ui_model/selection.h"

namespace loopline::ui {

struct Row {
  enum class Look : std::uint8_t { plain, heading, quiet, alert, error };

  QString text;
  QString detail = {};  ///< a second column: a variable's value, a printed line's time
  Look look = Look::plain;
  int task = -1;                            ///< number in order of creation, for its colours; -1: of no task
  Selection selection = {};                 ///< what choosing the row selects
  std::optional<replay::Moment> goTo = {};  ///< and where it leads
  bool fresh = false;                       ///< it came or changed with this very step

  bool operator==(const Row&) const = default;
};

class RowsModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role : int { DetailRole = Qt::UserRole, LookRole, TaskRole, FreshRole, SelectionRole };

  using QAbstractListModel::QAbstractListModel;

  /// Changes as few rows as it can, so that views keep their place.
  void setRows(std::vector<Row> rows);
  const std::vector<Row>& rows() const { return m_rows; }
  const Row* row(const QModelIndex& index) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  std::vector<Row> m_rows;
};

}  // namespace loopline::ui
