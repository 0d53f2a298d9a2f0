// str: searching and replacing.
#include <algorithm>

#include "../vm/find_text.h"
#include "str_common.h"

namespace loopline::script {

bool text_range(Vm& vm, const Value& start, const Value& end, std::size_t length, TextRange& range) {
  const auto size = static_cast<std::int64_t>(length);
  const auto bound = [&](const Value& given, std::int64_t fallback, std::int64_t& number) {
    number = fallback;
    if (!given.is_set() || given.is_none()) return true;
    if (!is_integer(Vm::core(given)) && !vm.special(vm.class_of(given), Special::index).is_set()) {
      vm.type_error("slice indices must be integers or None or have an __index__ method");
      return false;
    }
    if (!vm.index(given, number, true)) return false;
    if (number < 0) number = std::max<std::int64_t>(number < -size ? 0 : number + size, 0);
    return true;
  };
  std::int64_t from = 0;
  std::int64_t to = 0;
  if (!bound(start, 0, from) || !bound(end, size, to)) return false;
  to = std::min(to, size);
  range.is_empty_range = from > to;
  range.to = static_cast<std::size_t>(to);
  range.from = range.is_empty_range ? range.to : static_cast<std::size_t>(from);
  return true;
}

Value checked_str(Vm& vm, const std::string& text) { return vm.check_size(text.size()) ? vm.str(text) : Value(); }

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

const Str* text_argument(Vm& vm, const Value& given) {
  const Str* text = Vm::core_as<Str>(given, kind::str);
  if (text == nullptr) vm.type_error("must be str, not " + vm.type_name(given));
  return text;
}

/// The byte offset where the part is, or kNowhere; false after raising.
struct Search {
  bool ok = false;
  std::size_t index = kNowhere;
};

Search search(Vm& vm, Arguments args, bool from_right) {
  const Str& text = self_str(args[0]);
  TextRange range;
  if (!text_range(vm, args[2], args[3], text.length(), range)) return {};
  const Str* part = text_argument(vm, args[1]);
  if (part == nullptr) return {};
  if (range.is_empty_range) return {true, kNowhere};
  const std::size_t start = text.offset_of(range.from);
  const std::string_view within = text.view().substr(start, text.offset_of(range.to) - start);
  const std::size_t found = from_right ? within.rfind(part->view()) : find_text(within, part->view());
  if (!vm.spend(cost_of_find(within, part->view(), from_right))) return {};
  if (found == kNowhere) return {true, kNowhere};
  return {true, index_of_offset(text, range.from, start, start + found)};
}

template <bool from_right, bool must_find>
Value str_find(Vm& vm, Arguments args) {
  const Search found = search(vm, args, from_right);
  if (!found.ok) return {};
  if (found.index != kNowhere) return Value(static_cast<std::int64_t>(found.index));
  return must_find ? vm.value_error("substring not found") : Value(std::int64_t{-1});
}

Value str_count(Vm& vm, Arguments args) {
  const Str& text = self_str(args[0]);
  TextRange range;
  if (!text_range(vm, args[2], args[3], text.length(), range)) return {};
  const Str* part = text_argument(vm, args[1]);
  if (part == nullptr) return {};
  if (range.is_empty_range) return Value(std::int64_t{0});
  if (part->byte_size() == 0) return Value(static_cast<std::int64_t>(range.to - range.from + 1));
  const std::size_t start = text.offset_of(range.from);
  const std::string_view within = text.view().substr(start, text.offset_of(range.to) - start);
  std::int64_t count = 0;
  for (std::size_t at = find_text(within, part->view()); at != kNowhere;
       at = find_text(within, part->view(), at + part->byte_size())) {
    ++count;
  }
  return vm.spend(1 + within.size() / 8 + 4 * static_cast<std::uint64_t>(count)) ? Value(count) : Value();
}

template <bool at_end>
Value str_starts_or_ends(Vm& vm, Arguments args) {
  const char* const method = at_end ? "endswith" : "startswith";
  const Str& text = self_str(args[0]);
  TextRange range;
  if (!text_range(vm, args[2], args[3], text.length(), range)) return {};
  const std::size_t start = text.offset_of(range.from);
  const std::string_view within = text.view().substr(start, text.offset_of(range.to) - start);
  const auto matches = [&](const Str& part) {
    if (range.is_empty_range) return false;
    return at_end ? within.ends_with(part.view()) : within.starts_with(part.view());
  };
  if (const Str* part = Vm::core_as<Str>(args[1], kind::str)) return Value(matches(*part));
  const Tuple* parts = Vm::core_as<Tuple>(args[1], kind::tuple);
  if (parts == nullptr) {
    return vm.type_error(std::string(method) + " first arg must be str or a tuple of str, not " +
                         vm.type_name(args[1]));
  }
  for (const Value& each : *parts) {
    const Str* part = Vm::core_as<Str>(each, kind::str);
    if (part == nullptr) {
      return vm.type_error("tuple for " + std::string(method) + " must only contain str, not " + vm.type_name(each));
    }
    if (matches(*part)) return Value(true);
  }
  return Value(false);
}

/// "" stands before every character and at the end.
std::string replace_nothing(std::string_view text, std::string_view by, std::size_t most) {
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = 0; done < most; ++done) {
    result += by;
    if (at >= text.size()) return result;
    const std::size_t start = at;
    utf8::decode(text, at);
    result += text.substr(start, at - start);
    if (done + 1 == most) return result += text.substr(at);
  }
  return result += text;
}

Value str_replace(Vm& vm, Arguments args) {
  const Str& text = self_str(args[0]);
  const Str* parts[2];
  for (std::size_t i = 0; i < 2; ++i) {
    parts[i] = Vm::core_as<Str>(args[i + 1], kind::str);
    if (parts[i] == nullptr) {
      return vm.type_error("replace() argument " + std::to_string(i + 1) + " must be str, not " +
                           vm.type_name(args[i + 1]));
    }
  }
  std::int64_t given = -1;
  if (!vm.index(args[3], given)) return {};
  const std::size_t most = given < 0 ? SIZE_MAX : static_cast<std::size_t>(given);
  const std::string_view view = text.view();
  const std::string_view old = parts[0]->view();
  const std::string_view by = parts[1]->view();
  if (!vm.spend(1 + view.size() / 8)) return {};
  if (most == 0 || old == by) return same_str(args[0]);
  if (old.empty()) {
    if (!vm.check_size(view.size() + (std::min(text.length() + 1, most)) * by.size())) return {};
    return vm.str(replace_nothing(view, by, most));
  }
  std::size_t found = find_text(view, old);
  if (found == kNowhere) return same_str(args[0]);
  std::string result;
  result.reserve(view.size());
  std::size_t at = 0;
  for (std::size_t done = 0; found != kNowhere && done < most; ++done) {
    result += view.substr(at, found - at);
    result += by;
    if (!vm.check_size(result.size())) return {};
    at = found + old.size();
    found = find_text(view, old, at);
  }
  result += view.substr(at);
  return checked_str(vm, result);
}

template <bool suffix>
Value str_remove_affix(Vm& vm, Arguments args) {
  const std::string_view text = self_str(args[0]).view();
  const Str* part = Vm::core_as<Str>(args[1], kind::str);
  if (part == nullptr) {
    return vm.type_error(std::string(suffix ? "removesuffix" : "removeprefix") + "() argument must be str, not " +
                         vm.type_name(args[1]));
  }
  const std::string_view affix = part->view();
  if (suffix ? !text.ends_with(affix) : !text.starts_with(affix)) return same_str(args[0]);
  return vm.str(suffix ? text.substr(0, text.size() - affix.size()) : text.substr(affix.size()));
}

template <bool from_right>
Value str_partition(Vm& vm, Arguments args) {
  const Value self = same_str(args[0]);
  const std::string_view text = self_str(self).view();
  const Str* separator = text_argument(vm, args[1]);
  if (separator == nullptr) return {};
  if (separator->byte_size() == 0) return vm.value_error("empty separator");
  const std::size_t found = from_right ? text.rfind(separator->view()) : find_text(text, separator->view());
  const Value empty = vm.str("");
  if (found == kNowhere) return from_right ? vm.tuple({empty, empty, self}) : vm.tuple({self, empty, empty});
  return vm.tuple(
      {vm.str(text.substr(0, found)), Vm::core(args[1]), vm.str(text.substr(found + separator->byte_size()))});
}

constexpr NativeDefinition kSearch[] = {
    {"find", "self, sub, start=None, end=None, /", str_find<false, false>},
    {"rfind", "self, sub, start=None, end=None, /", str_find<true, false>},
    {"index", "self, sub, start=None, end=None, /", str_find<false, true>},
    {"rindex", "self, sub, start=None, end=None, /", str_find<true, true>},
    {"count", "self, sub, start=None, end=None, /", str_count},
    {"startswith", "self, prefix, start=None, end=None, /", str_starts_or_ends<false>},
    {"endswith", "self, suffix, start=None, end=None, /", str_starts_or_ends<true>},
    {"replace", "self, old, new, count=-1, /", str_replace},
    {"removeprefix", "self, prefix, /", str_remove_affix<false>},
    {"removesuffix", "self, suffix, /", str_remove_affix<true>},
    {"partition", "self, sep, /", str_partition<false>},
    {"rpartition", "self, sep, /", str_partition<true>},
};

}  // namespace

void install_str_search(Vm& vm) { vm.define_methods(*vm.types().str, kSearch); }

}  // namespace loopline::script
