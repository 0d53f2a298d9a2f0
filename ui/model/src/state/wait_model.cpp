#include "ui_model/wait_model.h"

#include <utility>

namespace loopline::ui {

namespace {
constexpr std::uint32_t kRoot = UINT32_MAX;
}

void WaitModel::setForest(replay::WaitForest forest, std::vector<int> numbers, int run, std::vector<bool> fresh) {
  beginResetModel();
  m_forest = std::move(forest);
  m_numbers = std::move(numbers);
  m_fresh = std::move(fresh);
  m_run = run;
  m_places.assign(m_forest.nodes.size(), {});
  for (std::size_t row = 0; row < m_forest.roots.size(); ++row) {
    m_places[m_forest.roots[row]] = {kRoot, static_cast<int>(row)};
  }
  for (std::uint32_t node = 0; node < m_forest.nodes.size(); ++node) {
    const std::vector<std::uint32_t>& children = m_forest.nodes[node].children;
    for (std::size_t row = 0; row < children.size(); ++row) m_places[children[row]] = {node, static_cast<int>(row)};
  }
  endResetModel();
}

const std::vector<std::uint32_t>& WaitModel::children(const QModelIndex& parent) const {
  return parent.isValid() ? m_forest.nodes[parent.internalId()].children : m_forest.roots;
}

QModelIndex WaitModel::index(int row, int column, const QModelIndex& parent) const {
  const std::vector<std::uint32_t>& list = children(parent);
  if (row < 0 || row >= static_cast<int>(list.size()) || column != 0) return {};
  return createIndex(row, 0, quintptr{list[static_cast<std::size_t>(row)]});
}

QModelIndex WaitModel::parent(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  const std::uint32_t parent = m_places[index.internalId()].parent;
  return parent == kRoot ? QModelIndex() : createIndex(m_places[parent].row, 0, quintptr{parent});
}

int WaitModel::rowCount(const QModelIndex& parent) const { return static_cast<int>(children(parent).size()); }
int WaitModel::columnCount(const QModelIndex&) const { return 1; }

QVariant WaitModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const replay::WaitNode& node = m_forest.nodes[index.internalId()];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
      QString text = QString::fromStdString(node.text);
      // Said first where room is short: how deep a circle stands, it is what matters.
      if (node.cycle) return tr("↻ back to %1: a circle").arg(text.section(u' ', 0, 0));
      if (node.deadlocked && !index.parent().isValid()) return tr("✗ %1 — deadlocked").arg(text);
      if (node.repeated) text += tr(" (see there)");
      return text;
    }
    case TaskRole: return index.internalId() < m_numbers.size() ? m_numbers[index.internalId()] : -1;
    case FreshRole: return index.internalId() < m_fresh.size() && m_fresh[index.internalId()];
    case AlertRole: return node.deadlocked || node.cycle;
    default: return {};
  }
}

Selection WaitModel::selectionOf(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  const replay::WaitNode& node = m_forest.nodes[index.internalId()];
  if (node.what == replay::WaitNode::What::task) return Selection::ofTask(m_run, node.id);
  if (node.what == replay::WaitNode::What::object) return Selection::ofObject(m_run, node.id);
  return selectionOf(index.parent());
}

QModelIndex WaitModel::indexOfTask(replay::ObjectId task) const {
  for (std::uint32_t node = 0; node < m_forest.nodes.size(); ++node) {
    const replay::WaitNode& each = m_forest.nodes[node];
    if (each.what == replay::WaitNode::What::task && each.id == task && !each.repeated) {
      return createIndex(m_places[node].row, 0, quintptr{node});
    }
  }
  return {};
}

}  // namespace loopline::ui
