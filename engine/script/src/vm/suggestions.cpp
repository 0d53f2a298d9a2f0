#include "suggestions.h"

#include <algorithm>

#include "script/module_registry.h"

namespace loopline::script {

namespace {

// Costs as in CPython: a different letter costs 2, the other case of a letter 1.
constexpr std::size_t kMove = 2;
constexpr std::size_t kCase = 1;
constexpr std::size_t kLongest = 40;
constexpr std::size_t kMostCandidates = 750;

std::size_t cost(char left, char right) {
  if ((left & 31) != (right & 31)) return kMove;
  if (left == right) return 0;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return lower(left) == lower(right) ? kCase : kMove;
}

std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  if (a == b) return 0;
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMove;
  if (a.size() > kLongest || b.size() > kLongest) return most + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kMove > most) return most + 1;
  std::vector<std::size_t> row(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * kMove;
  std::size_t result = 0;
  for (std::size_t bi = 0; bi < b.size(); ++bi) {
    std::size_t diagonal = bi * kMove;
    result = diagonal;
    std::size_t least = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; i < a.size(); ++i) {
      const std::size_t substitute = diagonal + cost(b[bi], a[i]);
      diagonal = row[i];
      const std::size_t insert_or_delete = std::min(result, diagonal) + kMove;
      result = std::min(insert_or_delete, substitute);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > most) return most + 1;
  }
  return result;
}

std::string closest(const std::vector<std::string>& candidates, std::string_view name) {
  if (candidates.size() > kMostCandidates) return {};
  std::string best;
  std::size_t best_distance = static_cast<std::size_t>(-1);
  for (const std::string& candidate : candidates) {
    if (candidate == name) continue;
    // At most a third of the letters may have changed.
    std::size_t most = (name.size() + candidate.size() + 3) * kMove / 6;
    most = std::min(most, best_distance - 1);
    const std::size_t found = distance(name, candidate, most);
    if (found > most) continue;
    if (best.empty() || found < best_distance) {
      best = candidate;
      best_distance = found;
    }
  }
  return best;
}

void add_names(std::vector<std::string>& names, const Dict& dict) {
  for (const Dict::Entry& entry : dict.entries()) {
    if (const Str* name = as_str(entry.key)) names.emplace_back(name->view());
  }
}

}  // namespace

std::string suggestion_for(Vm& vm, const ExceptionObject& exception) {
  const Value self(const_cast<ExceptionObject*>(&exception));
  Types& types = vm.types();
  const bool is_name =
      exception.cls().derives_from(*types.name_error) && !exception.cls().derives_from(*types.unbound_local_error);
  const bool is_attribute = exception.cls().derives_from(*types.attribute_error);
  if ((!is_name && !is_attribute) || !exception.attributes) return {};
  const Value* name_value = exception.attributes->get(*vm.intern("name"));
  const Str* name = name_value != nullptr ? as_str(*name_value) : nullptr;
  if (name == nullptr) return {};
  std::vector<std::string> candidates;
  if (is_attribute) {
    const Value* object = exception.attributes->get(*vm.intern("obj"));
    if (object == nullptr) return {};
    for (const Ref<Str>& each : vm.dir(*object)) candidates.emplace_back(each->view());
  } else {
    const Traceback* level = exception.traceback.get();
    if (level == nullptr) return {};
    while (level->next) level = level->next.get();
    const Frame& frame = *level->frame;
    for (const Ref<Str>& each : frame.code().local_names) candidates.emplace_back(each->view());
    for (const Ref<Str>& each : frame.code().free_names) candidates.emplace_back(each->view());
    if (frame.names) add_names(candidates, *frame.names);
    add_names(candidates, *frame.globals());
    add_names(candidates, vm.builtins());
  }
  const std::string best = closest(candidates, name->view());
  if (!best.empty()) return ". Did you mean: '" + best + "'?";
  if (is_name && vm.modules().exists(name->view())) {
    return ". Did you forget to import '" + std::string(name->view()) + "'?";
  }
  return {};
}

}  // namespace loopline::script
