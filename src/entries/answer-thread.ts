import { worker } from 'workerpool'
import { THREAD_TASKS } from '../service/threads/thread-tasks.ts'

// A thread that answers questions for `npm start`, see AnswerThreads.
worker(THREAD_TASKS)
