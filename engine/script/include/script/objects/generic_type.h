// list[int] and int | str: types with arguments, as annotations have them.
#pragma once

#include "script/objects/sequences.h"
#include "script/value.h"

namespace loopline::script {

/// `origin[args]` of a class that accepts arguments. Calling it makes an instance of the origin.
class GenericAlias final : public Container {
 public:
  GenericAlias(Value origin, Ref<Tuple> args)
      : Container(kind::generic_alias), origin(std::move(origin)), args(std::move(args)) {}
  Value origin;
  Ref<Tuple> args;
  void visit(Visitor& visitor) const override {
    visit_value(visitor, origin);
    visitor.visit(args.get());
  }
  void drop_references() noexcept override {
    origin = Value::none();
    args = Tuple::create(std::initializer_list<Value>{});
  }
};

/// `X | Y`, flattened and without duplicates.
class UnionType final : public Container {
 public:
  explicit UnionType(Ref<Tuple> args) : Container(kind::union_type), args(std::move(args)) {}
  Ref<Tuple> args;
  void visit(Visitor& visitor) const override { visitor.visit(args.get()); }
  void drop_references() noexcept override { args = Tuple::create(std::initializer_list<Value>{}); }
};

}  // namespace loopline::script
