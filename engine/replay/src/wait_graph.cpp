#include "wait_graph.h"

#include <algorithm>

#include "describe.h"
#include "replay/replay.h"

namespace loopline::replay {

using trace::AwaitKind;

WaitGraph::WaitGraph(const RunIndex& index, Moment at, std::vector<TaskState>& tasks)
    : m_index(index), m_at(at), m_tasks(tasks) {
  for (std::uint32_t i = 0; i < tasks.size(); ++i) {
    if (!is_end(tasks[i].state)) m_position.emplace(tasks[i].task, i);
  }
  for (const auto& [object, task] : index.objects.holds_at(at.event)) m_holders[object].push_back(task);
  m_needs.reserve(tasks.size());
  for (const TaskState& task : tasks) m_needs.push_back(needs_of(task));
}

std::vector<std::uint32_t> WaitGraph::live(const std::vector<ObjectId>& ids) const {
  std::vector<std::uint32_t> tasks;
  for (const ObjectId id : ids) {
    if (const auto found = m_position.find(id); found != m_position.end()) tasks.push_back(found->second);
  }
  return tasks;
}

std::vector<ObjectId> WaitGraph::holders(ObjectId object) const {
  const auto found = m_holders.find(m_index.objects.find(object));
  return found == m_holders.end() ? std::vector<ObjectId>() : found->second;
}

// What belongs to the gather, group … that a task waits for; else the task that it awaits through something.
std::vector<ObjectId> WaitGraph::children(const TaskState& task) const {
  const trace::Awaited& awaited = task.wait.awaited;
  std::vector<ObjectId> ids;
  const std::uint32_t owner = m_index.objects.find(awaited.owner != 0 ? awaited.owner : awaited.object);
  if (owner != kNowhere) {
    for (const ObjectIndex::Child& child : m_index.objects.children_at(owner, m_at.event)) ids.push_back(child.id);
  }
  if (ids.empty()) {
    for (const ObjectId id : {awaited.object, awaited.owner}) {
      if (m_index.actors.task(id) != kNowhere) ids.push_back(id);
    }
  }
  return ids;
}

WaitGraph::Needs WaitGraph::needs_of(const TaskState& task) const {
  if (task.state != State::waiting || task.cancelling || task.wait.awaited.until != 0) return {};
  const trace::Awaited& awaited = task.wait.awaited;
  Needs needs;
  switch (awaited.kind) {
    case AwaitKind::task:
    case AwaitKind::gather:
    case AwaitKind::shield:
    case AwaitKind::wait_for:
    case AwaitKind::task_group:
      needs.tasks = live(children(task));
      needs.all = true;
      break;
    case AwaitKind::wait:
    case AwaitKind::as_completed:  // any of them is enough; if only some are known, another may come
      if (m_index.objects.find(awaited.owner != 0 ? awaited.owner : awaited.object) != kNowhere) {
        needs.tasks = live(children(task));
      }
      break;
    case AwaitKind::lock:
    case AwaitKind::semaphore: needs.tasks = live(holders(awaited.owner)); break;
    default: break;
  }
  needs.open = needs.tasks.empty();  // nobody known who could be asked: take it that something will come
  return needs;
}

// Starts from the tasks that can go on and follows who is released by them; what is not reached waits for itself.
void WaitGraph::find_deadlocked() {
  const std::size_t count = m_tasks.size();
  std::vector<std::vector<std::uint32_t>> releases(count);
  std::vector<std::size_t> missing(count, 0);
  std::vector<std::uint32_t> reached;
  std::vector<bool> can_go_on(count, false);
  const auto reach = [&](std::uint32_t task) {
    if (can_go_on[task]) return;
    can_go_on[task] = true;
    reached.push_back(task);
  };
  for (std::uint32_t i = 0; i < count; ++i) {
    const Needs& needs = m_needs[i];
    if (needs.open) {
      reach(i);
      continue;
    }
    missing[i] = needs.all ? needs.tasks.size() : 1;
    for (const std::uint32_t other : needs.tasks) releases[other].push_back(i);
  }
  while (!reached.empty()) {
    const std::uint32_t task = reached.back();
    reached.pop_back();
    for (const std::uint32_t waiter : releases[task]) {
      if (missing[waiter] > 0 && --missing[waiter] == 0) reach(waiter);
    }
  }
  const bool over = m_index.deadlock != 0 && m_index.deadlock <= m_at.event;
  for (std::size_t i = 0; i < count; ++i) {
    m_tasks[i].deadlocked = m_tasks[i].state == State::waiting && (over || !can_go_on[i]);
  }
}

// ---- the forest

// Tasks that nobody waits for; and one of each circle that cannot be reached from these.
std::vector<std::uint32_t> WaitGraph::roots() const {
  std::vector<bool> seen(m_tasks.size(), false);
  for (const Needs& needs : m_needs) {
    for (const std::uint32_t other : needs.tasks) seen[other] = true;
  }
  for (const TaskState& task : m_tasks) {  // with a time limit too, a wait is a wait
    if (is_end(task.state) || !task.wait.waits()) continue;
    for (const std::uint32_t other : live(children(task))) seen[other] = true;
  }
  std::vector<std::uint32_t> roots;
  for (std::uint32_t i = 0; i < m_tasks.size(); ++i) {
    if (!seen[i] && !is_end(m_tasks[i].state)) roots.push_back(i);
  }
  return roots;
}

std::string WaitGraph::names(const std::vector<ObjectId>& tasks) const {
  std::string text;
  for (const ObjectId id : tasks) {
    const std::uint32_t task = m_index.actors.task(id);
    if (task == kNowhere) continue;
    if (!text.empty()) text += ", ";
    text += m_index.actors.task_name(task, m_at.event);
  }
  return text;
}

WaitNode WaitGraph::task_node(std::uint32_t position) const {
  const TaskState& task = m_tasks[position];
  const std::uint32_t entry = m_index.actors.task(task.task);
  WaitNode node{.what = WaitNode::What::task, .id = task.task, .deadlocked = task.deadlocked};
  node.text = std::string(task.name) + " " + describe_call(m_index, entry);
  std::uint32_t line = m_index.script.control_at(entry, m_at.event).line;
  if (const auto frames = m_index.script.frames_at(entry, m_at.event, 1); frames.empty()) line = 0;
  if (const trace::StackRow* row = m_index.stack_row(m_index.stack_node_at(entry, m_at)); line == 0 && row != nullptr) {
    line = row->line;
  }
  if (line != 0) node.text += " line " + std::to_string(line);
  return node;
}

WaitNode WaitGraph::wait_node(std::uint32_t position) const {
  const TaskState& task = m_tasks[position];
  const trace::Awaited& awaited = task.wait.awaited;
  WaitNode node{.what = WaitNode::What::thing, .deadlocked = task.deadlocked};
  node.text = describe_wait(m_index, awaited, task.wait.since);
  if (m_index.objects.find(awaited.owner != 0 ? awaited.owner : awaited.object) != kNowhere) {
    node.what = WaitNode::What::object;
    node.id = awaited.owner != 0 ? awaited.owner : awaited.object;
  }
  if (awaited.until != 0) {
    if (awaited.kind == AwaitKind::sleep) node.what = WaitNode::What::timer;
    node.text += (task.state == State::late ? ", overdue since " : " until ") + seconds_text(awaited.until);
  }
  if (awaited.kind == AwaitKind::lock || awaited.kind == AwaitKind::semaphore) {
    if (const std::string held = names(holders(awaited.owner)); !held.empty()) node.text += ", held by " + held;
  }
  return node;
}

// Depth first with a list of its own: chains of waiting tasks may be as long as there are tasks.
WaitForest WaitGraph::forest() const {
  struct Open {
    std::uint32_t task, node;
    bool leaving;
  };
  WaitForest forest;
  enum class Mark : std::uint8_t { unseen, open, closed };
  std::vector<Mark> marks(m_tasks.size(), Mark::unseen);
  std::vector<Open> open;
  const auto add = [&forest](WaitNode node) {
    forest.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(forest.nodes.size() - 1);
  };
  const auto grow = [&](std::uint32_t root) {
    forest.roots.push_back(add(task_node(root)));
    open.push_back({root, forest.roots.back(), false});
    while (!open.empty()) {
      const Open here = open.back();
      open.pop_back();
      if (here.leaving) {
        marks[here.task] = Mark::closed;
        continue;
      }
      if (marks[here.task] != Mark::unseen) {
        WaitNode& node = forest.nodes[here.node];
        node.repeated = true;
        node.cycle = marks[here.task] == Mark::open;
        continue;
      }
      marks[here.task] = Mark::open;
      open.push_back({here.task, here.node, true});
      const TaskState& task = m_tasks[here.task];
      if (!task.wait.waits()) continue;
      std::uint32_t parent = here.node;
      if (task.wait.awaited.kind != AwaitKind::task) {  // a task that is awaited stands for itself
        parent = add(wait_node(here.task));
        forest.nodes[here.node].children.push_back(parent);
      }
      std::vector<std::uint32_t> next = m_needs[here.task].tasks;
      if (next.empty()) next = live(children(task));
      const std::size_t first = open.size();
      for (const std::uint32_t other : next) {
        const std::uint32_t node = add(task_node(other));
        forest.nodes[parent].children.push_back(node);
        open.push_back({other, node, false});
      }
      std::reverse(open.begin() + static_cast<std::ptrdiff_t>(first), open.end());
    }
  };
  for (const std::uint32_t root : roots()) grow(root);
  for (std::uint32_t task = 0; task < m_tasks.size(); ++task) {
    if (marks[task] == Mark::unseen && !is_end(m_tasks[task].state)) grow(task);
  }
  return forest;
}

}  // namespace loopline::replay
