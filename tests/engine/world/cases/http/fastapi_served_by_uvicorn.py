# FastAPI: paths, models, background tasks, blocking functions in threads.
#% request at=1 path=/
#% request at=2 path=/items/5?q=x
#% request at=3 path=/items/abc
#% request at=4 path=/items method=POST body='{"name": "pen", "price": 2}'
#% request at=5 path=/items method=POST body='{"name": "pen"}'
#% request at=6 path=/later
#% request at=6.1 path=/blocking count=2
import asyncio, time
from fastapi import FastAPI, HTTPException, BackgroundTasks, Depends
from pydantic import BaseModel
import uvicorn
app = FastAPI()
class Item(BaseModel):
    name: str
    price: float
    tags: list[str] = []
def common(skip: int = 0): return skip
@app.get("/")
async def root(): return {"message": "Hello World"}
@app.get("/items/{item_id}")
async def read(item_id: int, q: str | None = None, skip=Depends(common)):
    print("read", item_id, q, skip)
    return {"item_id": item_id, "q": q}
@app.post("/items", status_code=201)
async def create(item: Item):
    print("create", item, item.model_dump()); return item
async def mail(to): await asyncio.sleep(1); print("mailed", to)
@app.get("/later")
async def later(tasks: BackgroundTasks):
    tasks.add_task(mail, "ann"); return "ok"
@app.get("/blocking")
def blocking():
    time.sleep(1); print("blocked, in a thread", round(time.monotonic(), 1)); return 1
if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=8000)
    print("stopped")
#=> read 5 x 0
#=> create name='pen' price=2.0 tags=[] {'name': 'pen', 'price': 2.0, 'tags': []}
#=> mailed ann
#=> blocked, in a thread 7.1
#=> blocked, in a thread 7.1
#=> stopped
