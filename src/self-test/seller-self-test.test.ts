import { describeSellersAt } from './seller-self-test.fixture.ts'

describeSellersAt('3.0', () => undefined)
