// bytes and bytearray: splitting, joining, stripping.
#include <algorithm>

#include "../vm/find_text.h"
#include "bytes_common.h"

namespace loopline::script {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

using Parts = std::vector<std::string_view>;

Parts split_spaces(std::string_view data, std::size_t most) {
  Parts parts;
  std::size_t at = 0;
  for (;;) {
    while (at < data.size() && is_space(data[at])) ++at;
    if (at == data.size()) return parts;
    const std::size_t start = at;
    if (parts.size() == most) {
      parts.push_back(data.substr(start));
      return parts;
    }
    while (at < data.size() && !is_space(data[at])) ++at;
    parts.push_back(data.substr(start, at - start));
  }
}

Parts rsplit_spaces(std::string_view data, std::size_t most) {
  Parts parts;
  std::size_t end = data.size();
  for (;;) {
    while (end > 0 && is_space(data[end - 1])) --end;
    if (end == 0) break;
    std::size_t start = end;
    if (parts.size() == most) {
      parts.push_back(data.substr(0, end));
      break;
    }
    while (start > 0 && !is_space(data[start - 1])) --start;
    parts.push_back(data.substr(start, end - start));
    end = start;
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

Parts split_at(std::string_view data, std::string_view separator, std::size_t most) {
  Parts parts;
  std::size_t at = 0;
  for (std::size_t found = 0; parts.size() < most; at = found + separator.size()) {
    found = find_text(data, separator, at);
    if (found == kNowhere) break;
    parts.push_back(data.substr(at, found - at));
  }
  parts.push_back(data.substr(at));
  return parts;
}

Parts rsplit_at(std::string_view data, std::string_view separator, std::size_t most) {
  Parts parts;
  std::size_t end = data.size();
  while (parts.size() < most && end >= separator.size()) {
    const std::size_t found = data.rfind(separator, end - separator.size());
    if (found == kNowhere) break;
    parts.push_back(data.substr(found + separator.size(), end - found - separator.size()));
    end = found;
  }
  parts.push_back(data.substr(0, end));
  std::reverse(parts.begin(), parts.end());
  return parts;
}

Value list_of(Vm& vm, const Value& self, const Parts& parts) {
  std::vector<Value> items;
  items.reserve(parts.size());
  for (const std::string_view part : parts) {
    items.push_back(bytes_of_kind(vm, self, std::string(part)));
    if (!items.back().is_set()) return {};
  }
  return vm.list(std::move(items));
}

template <bool from_right>
Value bytes_split(Vm& vm, Arguments args) {
  std::int64_t given = -1;
  if (!vm.index(args[2], given)) return {};
  const std::size_t most = given < 0 ? SIZE_MAX : static_cast<std::size_t>(given);
  const std::string_view data = self_bytes(args[0]);
  if (!vm.spend(1 + data.size() / 16)) return {};
  if (args[1].is_none()) return list_of(vm, args[0], from_right ? rsplit_spaces(data, most) : split_spaces(data, most));
  const BytesData separator(args[1]);
  if (!require_bytes(vm, args[1], separator)) return {};
  if (separator.view().empty()) return vm.value_error("empty separator");
  return list_of(vm, args[0],
                 from_right ? rsplit_at(data, separator.view(), most) : split_at(data, separator.view(), most));
}

Value bytes_splitlines(Vm& vm, Arguments args) {
  const int keep_ends = vm.truth(args[1]);
  if (keep_ends < 0) return {};
  const std::string_view data = self_bytes(args[0]);
  Parts lines;
  for (std::size_t at = 0; at < data.size();) {
    const std::size_t start = at;
    at = std::min(data.find_first_of("\r\n", at), data.size());
    const std::size_t width = at == data.size() ? 0 : data.substr(at).starts_with("\r\n") ? 2 : 1;
    lines.push_back(data.substr(start, at - start + (keep_ends != 0 ? width : 0)));
    at += width;
  }
  return list_of(vm, args[0], lines);
}

Value bytes_join(Vm& vm, Arguments args) {
  std::optional<std::vector<Value>> items;
  if (const List* list = as_list(args[1])) {
    items = list->items;
  } else {
    const Value iterator = vm.iter(args[1]);
    if (!iterator.is_set()) {
      return vm.catch_error(*vm.types().type_error) ? vm.type_error("can only join an iterable") : Value();
    }
    items = vm.to_vector(iterator);
  }
  if (!items) return {};
  std::string joined;
  const std::string separator(self_bytes(args[0]));
  for (std::size_t i = 0; i < items->size(); ++i) {
    if (i > 0) joined += separator;
    const BytesData part((*items)[i]);
    if (!part.is_bytes_like()) {
      return vm.type_error("sequence item " + std::to_string(i) + ": expected a bytes-like object, " +
                           vm.type_name((*items)[i]) + " found");
    }
    joined += part.view();
    if (!vm.check_size(joined.size()) || !vm.spend(1)) return {};
  }
  return bytes_of_kind(vm, args[0], std::move(joined));
}

enum class Side { left, right, both };

template <Side side>
Value bytes_strip(Vm& vm, Arguments args) {
  const std::string_view data = self_bytes(args[0]);
  std::optional<BytesData> set;
  if (!args[1].is_none()) {
    set.emplace(args[1]);
    if (!require_bytes(vm, args[1], *set)) return {};
  }
  const auto goes = [&](char c) { return set ? set->view().find(c) != kNowhere : is_space(c); };
  std::size_t from = 0;
  std::size_t to = data.size();
  while (side != Side::right && from < to && goes(data[from])) ++from;
  while (side != Side::left && to > from && goes(data[to - 1])) --to;
  if (to - from == data.size()) return same_bytes(vm, args[0]);
  return bytes_of_kind(vm, args[0], std::string(data.substr(from, to - from)));
}

constexpr NativeDefinition kSplit[] = {
    {"split", "self, /, sep=None, maxsplit=-1", bytes_split<false>},
    {"rsplit", "self, /, sep=None, maxsplit=-1", bytes_split<true>},
    {"splitlines", "self, /, keepends=False", bytes_splitlines},
    {"join", "self, iterable_of_bytes, /", bytes_join},
    {"strip", "self, bytes=None, /", bytes_strip<Side::both>},
    {"lstrip", "self, bytes=None, /", bytes_strip<Side::left>},
    {"rstrip", "self, bytes=None, /", bytes_strip<Side::right>},
};

}  // namespace

void install_bytes_split(Vm& vm, Class& cls) { vm.define_methods(cls, kSplit); }

}  // namespace loopline::script
